package io.kvns.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvns.api.Blocks;
import io.kvns.api.Command;
import io.kvns.api.CommandPlugin;
import io.kvns.api.CommandSpec;
import io.kvns.api.ContainerCommand;
import io.kvns.api.CustomType;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeySpec;
import io.kvns.api.Limits;
import io.kvns.api.PluginContext;
import io.kvns.api.Setting;
import io.kvns.api.SettingValue;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest
{
    private static final PluginServices SERVICES = new PluginServices()
    {
        @Override
        public Limits limits()
        {
            return () -> 512;
        }

        @Override
        public <T> SettingValue<T> setting(Setting<T> setting)
        {
            return setting::defaultValue;
        }

        @Override
        public <T> T service(Class<T> type)
        {
            return type == Runnable.class ? type.cast((Runnable) () -> {}) : null;
        }
    };

    private static final String SOUND = """
            package thirdparty;

            import io.kvns.api.*;
            import java.util.List;

            public class Sound implements CommandPlugin
            {
                public String name() { return "sound"; }

                public String version() { return "2.1"; }

                public List<Command> commands(PluginContext context)
                {
                    return List.of(new Command() {
                        private final CommandSpec spec = CommandSpec.reading("sound.play").arity(2).key(1).build();

                        public CommandSpec spec() { return spec; }

                        public void execute(CommandContext c, Arguments a, Reply reply) { reply.ok(); }
                    });
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aJarInTheFolderIsLoadedInAClassLoaderOfItsOwn()
            throws IOException
    {
        PluginJar.of(folder, "sound.jar", "Sound", SOUND);

        LoadedPlugins loaded = discover().load(SERVICES);

        assertThat(loaded.plugins()).singleElement().satisfies(plugin -> {
            assertThat(plugin.name()).isEqualTo("sound");
            assertThat(plugin.version()).isEqualTo("2.1");
            assertThat(plugin.isBuiltIn()).isFalse();
            assertThat(plugin.jar()).contains(folder.resolve("sound.jar"));
            assertThat(plugin.plugin().getClass().getClassLoader()).isInstanceOf(PluginJarLoader.class);
        });
        assertThat(loaded.commands()).extracting(command -> command.command().spec().name()).containsExactly("sound.play");
        loaded.stop();
    }

    @Test
    void aPluginSeesNeitherTheServersInsideNorItsLibraries()
            throws Exception
    {
        PluginJar.of(folder, "sound.jar", "Sound", SOUND);
        LoadedPlugins loaded = discover().load(SERVICES);
        ClassLoader loader = loaded.plugins().getFirst().plugin().getClass().getClassLoader();

        assertThat(loader.loadClass("io.kvns.api.Command")).isSameAs(Command.class);
        assertThat(loader.loadClass("java.sql.Driver")).isNotNull();
        assertThatThrownBy(() -> loader.loadClass("io.kvns.server.plugins.PluginLoader")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader.loadClass("org.slf4j.Logger")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader.loadClass("io.kvns.api.admin.Anything")).isInstanceOf(ClassNotFoundException.class);
        loaded.stop();
    }

    @Test
    void aServerWithoutPluginsDoesNotStart()
    {
        assertThatThrownBy(() -> discover().load(SERVICES))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no plugin was found");
    }

    @Test
    void aFolderThatIsNotThereIsEmpty()
    {
        assertThat(PluginLoader.discover(emptyClassPath(), folder.resolve("missing")).settings()).isEmpty();
    }

    @Test
    void allBrokenJarsAreNamedInOneMessage()
            throws IOException
    {
        Files.writeString(folder.resolve("a-text.jar"), "this is no jar");
        PluginJar.of(folder, "b-no-service.jar", null, new Manifest(), Files.createDirectories(folder.resolve("none")));
        PluginJar.of(folder, "c-missing-class.jar", "thirdparty.Nowhere", new Manifest(), folder.resolve("none"));
        PluginJar.of(folder, "d-static.jar", "Explosive", SOUND.replace("Sound", "Explosive")
                .replaceFirst("\\{", "{ static { if (true) throw new IllegalStateException(\"boom\\\\nin static\"); }"));
        PluginJar.of(folder, "e-no-plugin.jar", "Foreign", "package thirdparty; public class Foreign {}");
        PluginJar.of(folder, "f-constructor.jar", "Refusing", SOUND.replace("Sound", "Refusing")
                .replaceFirst("\\{", "{ public Refusing() { throw new IllegalArgumentException(\"never\"); }"));
        PluginJar.of(folder, "g-empty.jar", "# nothing", new Manifest(), folder.resolve("none"));
        Manifest tooNew = new Manifest();
        tooNew.getMainAttributes().putValue("Manifest-Version", "1.0");
        tooNew.getMainAttributes().putValue("Kvns-Api-Version", "99.0");
        PluginJar.of(folder, "h-too-new.jar", "thirdparty.Sound", tooNew, PluginJar.compile(folder, "Sound", SOUND));

        assertThatThrownBy(() -> PluginLoader.discover(emptyClassPath(), folder).load(SERVICES))
                .isInstanceOfSatisfying(PluginException.class, refused -> assertThat(refused.problems())
                        .anySatisfy(line -> assertThat(line).startsWith("a-text.jar: reading the jar failed"))
                        .contains("b-no-service.jar: the jar names no plugin: it has no file META-INF/services/io.kvns.api.CommandPlugin")
                        .anySatisfy(line -> assertThat(line).startsWith("c-missing-class.jar: ").contains("thirdparty.Nowhere not found"))
                        .anySatisfy(line -> assertThat(line).startsWith("d-static.jar: ").contains("boom in static"))
                        .anySatisfy(line -> assertThat(line).startsWith("e-no-plugin.jar: ").contains("thirdparty.Foreign not a subtype"))
                        .anySatisfy(line -> assertThat(line).startsWith("f-constructor.jar: ").contains("never"))
                        .anySatisfy(line -> assertThat(line).startsWith("g-empty.jar: ").contains("names no plugin"))
                        .contains("h-too-new.jar: it was built for version 99.0 of kvns-api, this server has " + CommandPlugin.API_VERSION)
                        .allSatisfy(line -> assertThat(line).doesNotContain("\n")));
    }

    @Test
    void aPluginBuiltForAnotherApiIsNamed()
            throws IOException
    {
        PluginJar.of(folder, "old.jar", "Old", SOUND.replace("Sound", "Old").replace("return List.of",
                "if (true) throw new NoSuchMethodError(\"PluginContext.clock()\"); return List.of"));

        assertThat(problemsOf(discover())).anySatisfy(line -> assertThat(line).startsWith("sound (old.jar): commands() failed")
                .contains("built for another version of kvns-api"));
    }

    @Test
    void twoPluginsOfOneNameAreRefused()
    {
        assertThat(problems(new TestPlugin("one", spec("a")), new TestPlugin("one", spec("b"))))
                .containsExactly("one: there are two plugins of this name, the other one is one");
    }

    @Test
    void badNamesOfPluginsAreRefused()
    {
        for (String name : List.of("", "Upper", "with blank", "-edge", "a_b")) {
            assertThat(problems(new TestPlugin(name, spec("a"))))
                    .anySatisfy(line -> assertThat(line).contains("its name has something else"));
        }
    }

    @Test
    void clashingCommandsAndOtherNamesAreRefused()
    {
        CommandSpec withAlias = CommandSpec.reading("c").arity(1).alsoNamed("a").build();

        assertThat(problems(new TestPlugin("one", spec("a"), spec("b"), spec("b")), new TestPlugin("two", withAlias)))
                .containsExactly(
                        "one: the command b is there twice (by the name b)",
                        "two: the command c is also one of the plugin one (by the name a)");
    }

    @Test
    void clashingSubcommandsAreRefused()
    {
        Command container = new ContainerCommand(CommandSpec.other("box").arity(-2).build(), List.of(
                TestPlugin.command(CommandSpec.other("open").arity(2).build()),
                TestPlugin.command(CommandSpec.other("shut").arity(2).alsoNamed("open").build()),
                TestPlugin.command(CommandSpec.other("lid").arity(1).build()),
                TestPlugin.command(CommandSpec.other("Lid").arity(2).build())));

        assertThat(problems(new TestPlugin("one", context -> List.of(container)))).containsExactly(
                "one: the subcommand box shut has the other name open, which is there twice",
                "one: the subcommand box lid has the impossible arity 1: its own name counts too",
                "one: the subcommand box Lid has the impossible name \"Lid\": lower-case ASCII without blanks and | is asked for");
    }

    @Test
    void impossibleAritiesAndKeysAreRefused()
    {
        KeyAccess read = KeyAccess.READ;
        assertThat(problems(new TestPlugin("one",
                CommandSpec.reading("no-arity").build(),
                CommandSpec.reading("beyond").arity(2).key(2).build(),
                CommandSpec.reading("zero").arity(2).key(0).build(),
                CommandSpec.reading("step").arity(-2).keys(1, -1, 0, read).build(),
                CommandSpec.reading("last").arity(3).keys(1, 3, 1, read).build(),
                CommandSpec.reading("before").arity(3).keys(2, -2, 1, read).build(),
                CommandSpec.reading("count").arity(2).keys(KeySpec.counted(2, read)).build(),
                CommandSpec.reading("first").arity(-3).keys(
                        new KeySpec(new KeySpec.AtIndex(1), new KeySpec.Counted(1, 1, 0), read, "")).build(),
                CommandSpec.reading("word").arity(-3).keys(KeySpec.behind("store", 0, read)).build(),
                CommandSpec.reading("limit").arity(-3).keys(
                        new KeySpec(new KeySpec.AtIndex(1), new KeySpec.Range(2, 1, 2), read, "")).build())))
                .containsExactly(
                        "one: the command no-arity has the impossible arity 0: its own name counts too",
                        "one: the command beyond has an impossible key spec (number 0): the index 2 lies beyond the arity 2",
                        "one: the command zero has an impossible key spec (number 0): the argument 0 is a name, not a key",
                        "one: the command step has an impossible key spec (number 0): the step from key to key is 0",
                        "one: the command last has an impossible key spec (number 0): the last key's index 3 lies beyond the arity 3",
                        "one: the command before has an impossible key spec (number 0): the last key's index 1 lies before the first, 2",
                        "one: the command count has an impossible key spec (number 0): the index 2 lies beyond the arity 2",
                        "one: the command first has an impossible key spec (number 0): the step from key to key is 0",
                        "one: the command first has an impossible key spec (number 0): the first key, at 1, does not stand behind the"
                                + " number of keys, at 1",
                        "one: the command word has an impossible key spec (number 0): the keyword \"store\" is not in upper case",
                        "one: the command word has an impossible key spec (number 0): the search for store starts at a name",
                        "one: the command limit has an impossible key spec (number 0): the limit 2 with the last key 2");
    }

    @Test
    void keysThatOnlyLongRequestsHaveAreFine()
    {
        CommandSpec merge = CommandSpec.writing("merge").arity(-2)
                .key(1, KeyAccess.OVERWRITE)
                .keys(2, -1, 1, KeyAccess.READ)
                .build();

        assertThat(PluginLoader.of(List.of(new TestPlugin("one", merge))).load(SERVICES).commands()).hasSize(1);
    }

    @Test
    void answersThatAreNullOrExceptionsAreRefused()
    {
        List<Command> withNull = new ArrayList<>();
        withNull.add(null);

        assertThat(problems(
                new TestPlugin("one", context -> null),
                new TestPlugin("two", context -> withNull),
                new TestPlugin("three", context -> {
                    throw new IllegalStateException("no\r\nway");
                }),
                new TestPlugin("four", context -> List.of(TestPlugin.command(null))))).satisfiesExactly(
                        line -> assertThat(line).isEqualTo("one: commands() answered with null"),
                        line -> assertThat(line).isEqualTo("two: commands() answered with null"),
                        line -> assertThat(line).isEqualTo("three: commands() failed: java.lang.IllegalStateException: no  way"),
                        line -> assertThat(line).startsWith("four: looking at its commands failed: java.lang.NullPointerException"));
    }

    @Test
    void settingsAndTypesAreChecked()
    {
        Setting<Long> foreign = Setting.integer("maxmemory", 1).documentedAs("Not the plugin's.");
        Setting<Long> own = Setting.integer("one.size", 1).documentedAs("Its own.");
        CommandPlugin plugin = new TestPlugin("one", spec("a"))
        {
            @Override
            public List<Setting<?>> settings()
            {
                return List.of(foreign, own, own);
            }

            @Override
            public List<CustomType> types()
            {
                return List.of(new NamedType("short", 0), new NamedType("nine-chrs", 1024), new NamedType("nine-chrs", 1));
            }
        };

        assertThat(problems(plugin)).containsExactly(
                "one: the type's name \"short\" is not made of nine letters, digits, hyphens and underscores",
                "one: the type nine-chrs has the version 1024, which is not from 0 to 1023",
                "one: the type nine-chrs is there twice, the other one is of one",
                "one: the setting maxmemory does not begin with the plugin's name and a point",
                "one: the setting one.size is there twice, the other one is of one");
    }

    @Test
    void theContextOffersOnlyWhatIsThePlugins()
            throws IOException
    {
        List<PluginContext> contexts = new ArrayList<>();
        LoadedPlugins loaded = PluginLoader.of(List.of(new TestPlugin("one", context -> {
            contexts.add(context);
            context.metrics().counter("things", "Things.").add(3);
            context.metrics().gauge("level", "The level.", () -> 7);
            return List.of(TestPlugin.command(spec("a")));
        }))).load(SERVICES);

        PluginContext context = contexts.getFirst();
        assertThat(context.limits().maxStringBytes()).isEqualTo(512);
        assertThat(context.setting(Setting.integer("one.x", 5).documentedAs("X.")).get()).isEqualTo(5);
        assertThat(context.service(Runnable.class)).isNotNull();
        assertThatThrownBy(() -> context.service(Comparable.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> context.metrics().gauge("level", "Again.", () -> 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(loaded.metrics().all()).extracting(metric -> metric.name() + "=" + metric.value().getAsLong())
                .containsExactly("kvns_plugin_one_level=7", "kvns_plugin_one_things=3");

        PluginContext foreign = new LoadedPluginContext("two", false, List.of(), SERVICES, context.metrics());
        assertThatThrownBy(() -> foreign.service(Runnable.class)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> foreign.setting(Setting.integer("two.x", 5).documentedAs("X.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pluginsStartInOrderAndStopInTheOtherEvenIfOneFails()
    {
        List<String> calls = new ArrayList<>();
        LoadedPlugins loaded = PluginLoader.of(List.of(
                new LivingPlugin("one", calls, false), new LivingPlugin("two", calls, false))).load(SERVICES);
        loaded.start();
        loaded.stop();
        loaded.stop();
        assertThat(calls).containsExactly("start one", "start two", "stop two", "stop one");

        calls.clear();
        LoadedPlugins failing = PluginLoader.of(List.of(
                new LivingPlugin("one", calls, false), new LivingPlugin("two", calls, true))).load(SERVICES);
        assertThatThrownBy(failing::start).isInstanceOf(PluginException.class).hasMessageContaining("two: start() failed");
        assertThat(calls).containsExactly("start one", "start two", "stop one");
    }

    @Test
    void versionsOfTheApiAreCompared()
    {
        ApiVersion version = new ApiVersion(1, 3);

        assertThat(version.serves("1.3")).isTrue();
        assertThat(version.serves("1.0.7-SNAPSHOT")).isTrue();
        assertThat(version.serves("1.4")).isFalse();
        assertThat(version.serves("2.0")).isFalse();
        assertThat(version.serves("one")).isFalse();
    }

    private PluginLoader discover()
    {
        return PluginLoader.discover(emptyClassPath(), folder);
    }

    /** The API, without the service files of the class path. */
    private static ClassLoader emptyClassPath()
    {
        return new ClassLoader("no services", PluginLoaderTest.class.getClassLoader())
        {
            @Override
            public Enumeration<URL> getResources(String name)
            {
                return Collections.emptyEnumeration();
            }
        };
    }

    private static List<String> problems(CommandPlugin... plugins)
    {
        return problemsOf(PluginLoader.of(List.of(plugins)));
    }

    private static List<String> problemsOf(PluginLoader loader)
    {
        try {
            loader.load(SERVICES);
            return List.of();
        }
        catch (PluginException refused) {
            return refused.problems();
        }
    }

    private static CommandSpec spec(String name)
    {
        return CommandSpec.reading(name).arity(1).build();
    }

    /** Notes when it is started and stopped. */
    private static final class LivingPlugin
            extends TestPlugin
    {
        private final List<String> calls;
        private final boolean failing;

        LivingPlugin(String name, List<String> calls, boolean failing)
        {
            super(name, spec(name));
            this.calls = calls;
            this.failing = failing;
        }

        @Override
        public void start()
        {
            calls.add("start " + name());
            if (failing) {
                throw new IllegalStateException("not today");
            }
        }

        @Override
        public void stop()
        {
            calls.add("stop " + name());
        }
    }

    /** A type that only has a name. */
    private record NamedType(String name, int version)
            implements CustomType
    {
        @Override
        public long copy(long root, Blocks source, Blocks target)
        {
            throw new UnsupportedOperationException();
        }

        @Override
        public void free(long root, Blocks blocks)
        {
            throw new UnsupportedOperationException();
        }

        @Override
        public long memoryBytes(long root, Blocks blocks)
        {
            throw new UnsupportedOperationException();
        }

        @Override
        public void serialize(long root, Blocks blocks, Sink sink)
        {
            throw new UnsupportedOperationException();
        }

        @Override
        public long deserialize(Source source, int version, Blocks blocks)
        {
            throw new UnsupportedOperationException();
        }
    }
}
