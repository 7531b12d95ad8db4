package io.kvns.server.network;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ServerChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Listens on a Unix socket.
 *
 * <p>The socket is bound in a folder that nobody else may enter, gets its permissions there, and is then moved to its place: at no time can
 * somebody connect whom the permissions forbid.
 */
final class UnixListener
{
    private static final PosixFilePermission[] BY_BIT = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private UnixListener()
    {
    }

    /**
     * Listens.
     *
     * @param permissions the socket's permission bits, 0 to leave them to the umask
     */
    static Channel listen(ServerBootstrap bootstrap, Transport transport, String path, int permissions)
            throws IOException
    {
        Class<? extends ServerChannel> type = transport.unixServerChannel()
                .orElseThrow(() -> new IOException("unixsocket needs the transport epoll"));
        Path target = Path.of(path).toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("cannot listen on " + path + ": it is no file");
        }
        Path hidden = Files.createTempDirectory(folder, ".kvns", PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
        Path socket = hidden.resolve("s");
        try {
            ChannelFuture bound = bootstrap.channel(type).bind(new DomainSocketAddress(socket.toString())).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                throw new IOException("cannot listen on " + path + ": " + bound.cause().getMessage(), bound.cause());
            }
            if (permissions != 0) {
                Files.setPosixFilePermissions(socket, permissions(permissions));
            }
            Files.move(socket, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            bound.channel().closeFuture().addListener(_ -> Files.deleteIfExists(target));
            return bound.channel();
        }
        finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(hidden);
        }
    }

    private static Set<PosixFilePermission> permissions(int bits)
    {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BY_BIT.length; bit++) {
            if ((bits >>> bit & 1) != 0) {
                permissions.add(BY_BIT[bit]);
            }
        }
        return permissions;
    }
}
