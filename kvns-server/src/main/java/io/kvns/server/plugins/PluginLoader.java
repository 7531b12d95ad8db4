package io.kvns.server.plugins;

import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CustomType;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Setting;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins and loads them, in two steps: first {@link #discover}, after which their {@link #settings} are known and the server's
 * configuration can be read; then {@link #load}.
 *
 * <p>What is wrong with any plugin in either step is collected; {@link #load} refuses with all of it in one {@link PluginException}.
 */
public final class PluginLoader
{
    private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);
    private static final String SERVICE_FILE = "META-INF/services/" + CommandPlugin.class.getName();
    private static final String API_VERSION_ATTRIBUTE = "Kvns-Api-Version";
    private static final Pattern PLUGIN_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z0-9_-]{9}");
    private static final int HIGHEST_TYPE_VERSION = 1023;

    private final PluginProblems problems = new PluginProblems();
    private final List<Found> found = new ArrayList<>();
    private final List<URLClassLoader> jarLoaders = new ArrayList<>();

    /** A plugin that said who it is. */
    private record Found(
            CommandPlugin plugin,
            String name,
            String version,
            @Nullable Path jar,
            List<Setting<?>> settings,
            List<CustomType> types)
    {
        /** How messages name it. */
        String title()
        {
            return jar == null ? name : name + " (" + jar.getFileName() + ")";
        }
    }

    private PluginLoader() {}

    /**
     * Finds the plugins that a class loader sees, and those in the jars of a folder; a folder that does not exist is empty.
     */
    public static PluginLoader discover(ClassLoader classPath, Path folder)
    {
        PluginLoader loader = new PluginLoader();
        loader.addAll(classPath, null, "class path");
        loader.addJars(folder, classPath);
        loader.checkNames();
        return loader;
    }

    /** Takes the given plugins as if they had been found on the class path. */
    public static PluginLoader of(List<CommandPlugin> plugins)
    {
        PluginLoader loader = new PluginLoader();
        for (CommandPlugin plugin : plugins) {
            loader.add(plugin, null);
        }
        loader.checkNames();
        return loader;
    }

    /** The settings that the plugins add to the server's. */
    public List<Setting<?>> settings()
    {
        List<Setting<?>> all = new ArrayList<>();
        for (Found one : found) {
            all.addAll(one.settings);
        }
        return List.copyOf(all);
    }

    /** The types of values that the plugins define. */
    public List<CustomType> types()
    {
        List<CustomType> all = new ArrayList<>();
        for (Found one : found) {
            all.addAll(one.types);
        }
        return List.copyOf(all);
    }

    /**
     * Asks the plugins for their commands and checks everything.
     *
     * @throws PluginException if anything is wrong with any of them
     */
    public LoadedPlugins load(PluginServices services)
    {
        PluginMetrics metrics = new PluginMetrics();
        CommandChecks checks = new CommandChecks(problems);
        List<LoadedPlugin> loaded = new ArrayList<>();
        for (Found one : found) {
            LoadedPluginContext context = new LoadedPluginContext(one.name, one.jar == null, one.settings, services, metrics.of(one.name));
            List<Command> commands = ask(one.title(), "commands()", () -> one.plugin.commands(context));
            List<KeyspaceEvent.Listener> listeners = ask(one.title(), "keyspaceListeners()", one.plugin::keyspaceListeners);
            if (commands != null && listeners != null) {
                check(checks, one, commands);
                loaded.add(new LoadedPlugin(one.plugin, one.name, one.version, Optional.ofNullable(one.jar),
                        one.settings, one.types, commands, listeners));
            }
        }
        if (found.isEmpty()) {
            problems.add("", "no plugin was found, so there would be no commands");
        }
        try {
            problems.throwIfAny();
        }
        catch (PluginException refused) {
            LoadedPlugins.closeAll(jarLoaders);
            throw refused;
        }
        for (LoadedPlugin plugin : loaded) {
            logLoaded(plugin);
        }
        return new LoadedPlugins(loaded, metrics, jarLoaders);
    }

    private void check(CommandChecks checks, Found one, List<Command> commands)
    {
        try {
            checks.check(one.title(), commands);
        }
        catch (RuntimeException | LinkageError broken) {
            problems.add(one.title(), "looking at its commands", broken);
        }
    }

    private static void logLoaded(LoadedPlugin plugin)
    {
        LOG.info("Plugin {} {} with {} commands{}", plugin.name(), plugin.version(), plugin.commands().size(),
                plugin.jar().map(jar -> " from " + jar).orElse(""));
        for (Command command : plugin.commands()) {
            LOG.debug("Command {} of the plugin {}", command.spec().name(), plugin.name());
        }
    }

    // ---- finding

    private void addJars(Path folder, ClassLoader api)
    {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path jar : jarsIn(folder)) {
            String title = String.valueOf(jar.getFileName());
            if (isSound(title, jar)) {
                addJar(title, jar, api);
            }
        }
    }

    private Set<Path> jarsIn(Path folder)
    {
        Set<Path> jars = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(jars::add);
        }
        catch (IOException unreadable) {
            problems.add(folder.toString(), "reading the folder", unreadable);
        }
        return jars;
    }

    private void addJar(String title, Path jar, ClassLoader api)
    {
        try {
            PluginJarLoader loader = new PluginJarLoader(jar, api);
            jarLoaders.add(loader);
            addAll(loader, jar, title);
        }
        catch (IOException impossible) {
            problems.add(title, "opening it", impossible);
        }
    }

    /** Whether a file is a jar that names a plugin and was built for this version of the API; notes what is wrong. */
    private boolean isSound(String title, Path jar)
    {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(SERVICE_FILE) == null) {
                problems.add(title, "the jar names no plugin: it has no file " + SERVICE_FILE);
                return false;
            }
            return isForThisApi(title, file.getManifest());
        }
        catch (IOException | SecurityException broken) {
            problems.add(title, "reading the jar", broken);
            return false;
        }
    }

    private boolean isForThisApi(String title, @Nullable Manifest manifest)
    {
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String version = attributes.getValue(API_VERSION_ATTRIBUTE);
        if (version == null || ApiVersion.CURRENT.serves(version.trim())) {
            return true;
        }
        problems.add(title, "it was built for version " + version + " of kvns-api, this server has " + ApiVersion.CURRENT);
        return false;
    }

    private void addAll(ClassLoader loader, @Nullable Path jar, String title)
    {
        int before = found.size();
        boolean complained = false;
        Set<String> complaints = new HashSet<>();
        var providers = ServiceLoader.load(CommandPlugin.class, loader).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                add(providers.next(), jar);
            }
            catch (ServiceConfigurationError | LinkageError broken) {
                String complaint = PluginProblems.describe(broken);
                complained = true;
                // An iterator that cannot get past a broken entry would repeat itself for ever.
                if (!complaints.add(complaint)) {
                    break;
                }
                problems.add(title, "the plugin cannot be made: " + complaint);
            }
        }
        if (jar != null && found.size() == before && !complained) {
            problems.add(title, "its file " + SERVICE_FILE + " names no plugin");
        }
    }

    private void add(CommandPlugin plugin, @Nullable Path jar)
    {
        String title = plugin.getClass().getName() + (jar == null ? "" : " (" + jar.getFileName() + ")");
        String name = ask(title, "name()", plugin::name);
        if (name == null) {
            return;
        }
        String version = ask(title, "version()", plugin::version);
        List<Setting<?>> settings = ask(title, "settings()", plugin::settings);
        List<CustomType> types = ask(title, "types()", plugin::types);
        if (version != null && settings != null && types != null) {
            found.add(new Found(plugin, name, version, jar, settings, types));
        }
    }

    /** A plugin's answer; null, with the problem noted, if it answers with null, with null among others, or not at all. */
    private <T> @Nullable T ask(String title, String method, Supplier<T> question)
    {
        try {
            T answer = question.get();
            if (answer == null || (answer instanceof List<?> list && list.stream().anyMatch(element -> element == null))) {
                problems.add(title, method + " answered with null");
                return null;
            }
            return answer;
        }
        catch (RuntimeException | LinkageError | StackOverflowError broken) {
            problems.add(title, method, broken);
            return null;
        }
    }

    // ---- names

    private void checkNames()
    {
        Map<String, String> names = new HashMap<>();
        Map<String, String> typeNames = new HashMap<>();
        Map<String, String> settingNames = new HashMap<>();
        for (Found one : found) {
            if (!PLUGIN_NAME.matcher(one.name).matches()) {
                problems.add(one.title(), "its name has something else than lower-case letters, digits and hyphens");
            }
            String other = names.putIfAbsent(one.name, one.title());
            if (other != null) {
                problems.add(one.title(), "there are two plugins of this name, the other one is " + other);
            }
            for (CustomType type : one.types) {
                checkType(one, type, typeNames);
            }
            for (Setting<?> setting : one.settings) {
                checkSetting(one, setting, settingNames);
            }
        }
    }

    private void checkType(Found one, CustomType type, Map<String, String> owners)
    {
        String name = ask(one.title(), "name() of a type", type::name);
        Integer version = ask(one.title(), "version() of a type", type::version);
        if (name == null || version == null) {
            return;
        }
        if (!TYPE_NAME.matcher(name).matches()) {
            problems.add(one.title(), "the type's name \"" + name + "\" is not made of nine letters, digits, hyphens and underscores");
        }
        if (version < 0 || version > HIGHEST_TYPE_VERSION) {
            problems.add(
                    one.title(),
                    "the type " + name + " has the version " + version + ", which is not from 0 to " + HIGHEST_TYPE_VERSION);
        }
        String owner = owners.putIfAbsent(name, one.title());
        if (owner != null) {
            problems.add(one.title(), "the type " + name + " is there twice, the other one is of " + owner);
        }
    }

    private void checkSetting(Found one, Setting<?> setting, Map<String, String> owners)
    {
        if (!setting.name().startsWith(one.name + ".") || setting.name().length() == one.name.length() + 1) {
            problems.add(one.title(), "the setting " + setting.name() + " does not begin with the plugin's name and a point");
        }
        List<String> names = new ArrayList<>(setting.aliases());
        names.add(setting.name());
        for (String name : names) {
            String owner = owners.putIfAbsent(name, one.title());
            if (owner != null) {
                problems.add(one.title(), "the setting " + name + " is there twice, the other one is of " + owner);
            }
        }
    }
}
