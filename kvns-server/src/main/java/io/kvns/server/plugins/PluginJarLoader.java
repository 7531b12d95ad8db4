package io.kvns.server.plugins;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;

/**
 * The class loader of one jar in the {@code plugins} folder. It sees the JDK, {@code io.kvns.api} as the server has it, and the
 * jar: nothing of the server's inside, none of the server's libraries, no other plugin.
 *
 * <p>So a plugin may bring any version of any library, and copies of {@code io.kvns.api} that were packed into its jar by mistake do no
 * harm.
 */
final class PluginJarLoader
        extends URLClassLoader
{
    private static final String API = "io.kvns.api.";
    private static final String ADMIN_API = "io.kvns.api.admin.";

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final ClassLoader api;

    PluginJarLoader(Path jar, ClassLoader api)
            throws MalformedURLException
    {
        super("plugin " + jar.getFileName(), new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        this.api = api;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve)
            throws ClassNotFoundException
    {
        if (name.startsWith(API)) {
            if (name.startsWith(ADMIN_API)) {
                throw new ClassNotFoundException(name + " is only for the families that ship with the server");
            }
            return api.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    /** Resources are the jar's own: the service files of the JDK's modules or of the server do not count. */
    @Override
    public Enumeration<URL> getResources(String name)
            throws IOException
    {
        return findResources(name);
    }
}
