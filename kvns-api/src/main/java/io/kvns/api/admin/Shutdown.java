package io.kvns.api.admin;

/** Ends the server. */
public interface Shutdown
{
    /** Whether a snapshot is to be made. */
    enum Saving
    {
        /** If snapshots are configured. */
        AS_CONFIGURED,
        YES,
        NO
    }

    /**
     * Begins to end the server: no further command is executed, clients are closed, the caller's without a reply.
     *
     * @param saving whether a snapshot is to be made
     * @param now whether replies that clients have not read yet are not waited for
     * @param force whether errors while saving are ignored
     */
    void begin(Saving saving, boolean now, boolean force);

    /** Takes back an end that was begun and still waits; answers whether there was one. */
    boolean abort();
}
