package io.kvns.server.clients;

import io.kvns.api.Bytes;
import io.kvns.api.admin.Authentication;
import io.kvns.api.admin.ConnectedClient;
import io.kvns.server.config.LiveValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Authentication by the one password of the one user, {@code default}. */
public final class PasswordAuthentication
        implements Authentication
{
    private static final int PIECE_BYTES = 4096;

    private final LiveValue<String> password;

    /** Authentication by the password that a setting has; empty for none. */
    public PasswordAuthentication(LiveValue<String> password, Clients clients)
    {
        this.password = password;
        password.onChange(value -> {
            if (value.isEmpty()) {
                admitAll(clients);
            }
        });
    }

    /** Without a password everybody is authenticated, whoever is connected already too. */
    private static void admitAll(Clients clients)
    {
        for (Session session : clients.all()) {
            session.onOwnThread(() -> session.authenticated(true));
        }
    }

    @Override
    public boolean isOpen()
    {
        return password.value().isEmpty();
    }

    @Override
    public boolean isUser(String name)
    {
        return name.equals(DEFAULT_USER);
    }

    @Override
    public boolean authenticate(ConnectedClient client, Bytes user, Bytes given)
    {
        Session session = (Session) client;
        boolean known = user.contentEquals(Bytes.of(DEFAULT_USER));
        String expected = password.value();
        // Digests of the same length are compared, so the time tells neither where a wrong password differs nor how long the right one is.
        boolean right = MessageDigest.isEqual(digest(given), digest(Bytes.of(expected)));
        if (!known || (!right && !expected.isEmpty())) {
            session.authenticationFailed();
            return false;
        }
        session.user(DEFAULT_USER);
        session.authenticated(true);
        return true;
    }

    private static byte[] digest(Bytes bytes)
    {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, bytes.length())];
            for (long offset = 0; offset < bytes.length(); offset += piece.length) {
                int count = (int) Math.min(piece.length, bytes.length() - offset);
                bytes.copyTo(offset, piece, 0, count);
                digest.update(piece, 0, count);
            }
            return digest.digest();
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void forget(ConnectedClient client)
    {
        Session session = (Session) client;
        session.user(DEFAULT_USER);
        session.authenticated(isOpen());
    }
}
