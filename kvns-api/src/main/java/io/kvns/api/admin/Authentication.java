package io.kvns.api.admin;

import io.kvns.api.Bytes;

/** Who a client may be. */
public interface Authentication
{
    /** The user that clients are who did not say. */
    String DEFAULT_USER = "default";

    /** Whether the default user needs no password. */
    boolean isOpen();

    /** Whether there is a user. */
    boolean isUser(String name);

    /**
     * Makes a client a user if the password is the user's. It takes as long for a wrong password as for the right one.
     *
     * @return whether it is; the client is unchanged if not
     */
    boolean authenticate(ConnectedClient client, Bytes user, Bytes password);

    /** Makes a client what it is when it has just connected. */
    void forget(ConnectedClient client);
}
