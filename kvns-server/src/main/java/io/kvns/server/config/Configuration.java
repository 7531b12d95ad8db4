package io.kvns.server.config;

import io.kvns.api.CommandException;
import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import io.kvns.api.SettingValue;
import io.kvns.api.admin.ConfigurationControl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the settings their values: the default, or what the last of these says: configuration file, environment, flags,
 * {@code CONFIG SET}.
 *
 * <p>Start: {@link #load}, then {@link #addPluginSettings} for each plugin, then {@link #check}, which refuses the start if anything was
 * wrong, all problems in one message. Afterwards safe from any thread; changes are made one after the other.
 */
public final class Configuration
        implements ConfigurationControl
{
    private static final Logger log = LoggerFactory.getLogger(Configuration.class);
    private static final Map<String, String> REFUSED_DIRECTIVES = Map.of(
            "loadmodule", "modules of Redis cannot be loaded; plugins are jars in the folder 'plugins'",
            "user", "access control lists are not part of this version",
            "sentinel", "this server is no Sentinel");

    private final SettingTable table = new SettingTable();
    private final ServerSettings settings;
    private final Environment environment;
    private final List<Problem> problems = new ArrayList<>();
    /** What was given for names that may be those of plugins, which are not known yet. */
    private final List<Assignment> pending = new ArrayList<>();
    private final RenamedCommands renamedCommands = new RenamedCommands();
    private final Set<Setting<?>> fromEnvironment = new HashSet<>();
    private final Set<Setting<?>> reportedWithoutEffect = new HashSet<>();
    private @Nullable Path file;
    private volatile List<String> names = List.of();

    private Configuration(ServerSettings settings, Map<String, String> environment)
    {
        this.settings = settings;
        this.environment = new Environment(environment);
    }

    /**
     * Reads the configuration file, standard input, the environment and the flags, and gives the settings their values. What is
     * wrong is kept for {@link #check}; settings that it concerns keep what they have.
     *
     * @param standardInput read only if the command line asks for it
     */
    public static Configuration load(
            ServerSettings settings,
            CommandLine commandLine,
            Map<String, String> environment,
            InputStream standardInput)
    {
        Configuration configuration = new Configuration(settings, environment);
        configuration.load(commandLine, standardInput);
        return configuration;
    }

    private void load(CommandLine commandLine, InputStream standardInput)
    {
        for (SettingSection section : settings.sections()) {
            section.rows().forEach(table::add);
        }
        names = List.copyOf(table.names());
        problems.addAll(commandLine.problems());
        Path startFolder = Path.of(DirectoryForm.startedIn());
        ConfigurationFiles files = new ConfigurationFiles(startFolder);
        commandLine.file().ifPresent(name -> readFile(files, startFolder, name));
        if (commandLine.standardInput()) {
            files.readStandardInput(standardInput);
        }
        problems.addAll(files.problems());

        List<Assignment> assignments = new ArrayList<>(files.assignments());
        for (Live<?> row : table.rows()) {
            assignments.addAll(environmentOf(row.setting()));
        }
        assignments.addAll(commandLine.flags());
        apply(assignments);
    }

    private void readFile(ConfigurationFiles files, Path startFolder, String name)
    {
        try {
            file = startFolder.resolve(name).normalize();
            files.read(file);
        }
        catch (InvalidPathException notAPath) {
            problems.add(new Problem("command line", name, "is no path: " + notAPath.getReason()));
        }
    }

    private List<Assignment> environmentOf(Setting<?> setting)
    {
        try {
            return environment.take(setting, problems);
        }
        catch (SettingException refused) {
            problems.add(new Problem(setting.environment() + " in the environment", "", refused.reason()));
            return List.of();
        }
    }

    /**
     * Adds the settings of a plugin, with what the sources say about them.
     *
     * @throws IllegalStateException if a name is that of another setting
     */
    public synchronized void addPluginSettings(List<Setting<?>> added)
    {
        List<Assignment> assignments = new ArrayList<>();
        for (Setting<?> setting : added) {
            table.add(live(setting));
        }
        for (Setting<?> setting : added) {
            List<String> own = SettingTable.names(setting);
            pending.stream().filter(assignment -> own.contains(assignment.name())).forEach(assignments::add);
            assignments.addAll(environmentOf(setting));
        }
        pending.removeAll(assignments);
        // By source; within one as they were written.
        assignments.sort((left, right) -> left.origin().source().compareTo(right.origin().source()));
        apply(assignments);
        names = List.copyOf(table.names());
    }

    @SuppressWarnings("unchecked")
    private static Live<?> live(Setting<?> setting)
    {
        // The kind decides the type of the values, which the factory methods of Setting fix together.
        return switch (setting.kind()) {
            case INTEGER, MEMORY -> new LiveLong((Setting<Long>) setting);
            case BOOL -> new LiveBoolean((Setting<Boolean>) setting);
            case REAL, TEXT, CHOICE, STRUCTURED -> new LiveValue<>(setting);
        };
    }

    /**
     * Refuses the start if anything is wrong.
     *
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public synchronized void check()
    {
        List<Problem> all = new ArrayList<>(problems);
        for (Assignment unknown : pending) {
            String given = unknown.origin().source() == Origin.Source.FLAG ? "" : unknown.name();
            all.add(new Problem(unknown.origin().place(), given, unknownName(unknown)));
        }
        all.addAll(environment.unknown(table));
        if (!all.isEmpty()) {
            throw new InvalidConfigurationException(all);
        }
    }

    private String unknownName(Assignment unknown)
    {
        String refused = REFUSED_DIRECTIVES.get(unknown.name());
        return refused != null ? refused : "there is no such setting" + table.suggestion(unknown.name());
    }

    /** Applies what one source after the other says; each source replaces what those before it said. */
    private void apply(List<Assignment> assignments)
    {
        Map<Live<?>, Origin.Source> lastSources = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            Live<?> row = table.find(assignment.name());
            if (row != null) {
                boolean again = lastSources.put(row, assignment.origin().source()) == assignment.origin().source();
                apply(row, assignment, again);
            }
            else if (assignment.name().equals("rename-command") && assignment.origin().source() == Origin.Source.FILE) {
                renamedCommands.add(assignment, problems);
            }
            else {
                pending.add(assignment);
            }
        }
        lastSources.forEach((row, source) -> {
            if (source == Origin.Source.ENVIRONMENT) {
                fromEnvironment.add(row.setting());
            }
        });
    }

    private <T> void apply(Live<T> row, Assignment assignment, boolean again)
    {
        Setting<T> setting = row.setting();
        try {
            T value = setting.read(assignment.words(), row.get());
            row.set(again ? setting.form().combine(row.get(), value) : value);
        }
        catch (SettingException refused) {
            problems.add(problem(setting, assignment, refused.reason()));
        }
    }

    private static Problem problem(Setting<?> setting, Assignment assignment, String reason)
    {
        String values = setting.secret() && !assignment.words().isEmpty()
                ? "(secret)"
                : String.join(" ", assignment.words().stream().map(word -> Shown.shortened(BytesAsText.encode(word))).toList());
        boolean comment = assignment.words().stream().skip(1).anyMatch(word -> word.startsWith("#"));
        String hint = comment ? "; a comment needs a line of its own" : "";
        String place = assignment.origin().place();
        return switch (assignment.origin().source()) {
            case FILE -> new Problem(place, (assignment.name() + " " + values).strip(), reason + hint);
            case ENVIRONMENT -> new Problem(place + " in the environment", values, reason + hint);
            case FLAG -> new Problem(place, values, reason + hint);
        };
    }

    /** The configuration file that the server was started with, as an absolute path. */
    public Optional<Path> file()
    {
        return Optional.ofNullable(file);
    }

    /** The commands that {@code rename-command} gives other names; an empty name takes a command away. Both in lower case. */
    public Map<String, String> renamedCommands()
    {
        return renamedCommands.names();
    }

    /**
     * Refuses the start if {@code rename-command} names commands that are not there, or takes the name of one that is.
     *
     * @param commands the names of all commands in lower case
     * @throws InvalidConfigurationException with everything that is wrong
     */
    public void checkRenamedCommands(Set<String> commands)
    {
        List<Problem> wrong = renamedCommands.check(commands);
        if (!wrong.isEmpty()) {
            throw new InvalidConfigurationException(wrong);
        }
    }

    /**
     * The current value of a setting that a plugin declares, or of the server's setting with the same name.
     *
     * @throws IllegalArgumentException if there is no such setting, or it holds values of another kind
     */
    @SuppressWarnings("unchecked")
    public <T> SettingValue<T> value(Setting<T> setting)
    {
        Live<?> row;
        synchronized (this) {
            row = table.find(setting.name());
        }
        if (row == null) {
            throw new IllegalArgumentException("nobody declares the setting " + setting.name());
        }
        if (row.setting() != setting && !row.setting().defaultValue().getClass().equals(setting.defaultValue().getClass())) {
            throw new IllegalArgumentException("the setting " + setting.name() + " holds values of another kind");
        }
        return (SettingValue<T>) row;
    }

    /** Says in the log which settings were given a value that changes nothing; each is said once. */
    public synchronized void reportWithoutEffect()
    {
        table.rows().forEach(this::reportWithoutEffect);
    }

    private <T> void reportWithoutEffect(Live<T> row)
    {
        Setting<T> setting = row.setting();
        if (!setting.withoutEffect().isEmpty() && !row.get().equals(setting.defaultValue()) && reportedWithoutEffect.add(setting)) {
            log.warn("The setting {} has no effect: {}", setting.name(), setting.withoutEffect());
        }
    }

    @Override
    public List<String> names()
    {
        return names;
    }

    @Override
    public synchronized String text(String name)
    {
        return Objects.requireNonNull(table.find(name), name).text();
    }

    @Override
    public synchronized boolean isSecret(String name)
    {
        Live<?> row = table.find(name);
        return row != null && row.setting().secret();
    }

    @Override
    public synchronized void set(List<Change> changes, boolean fromThisMachine)
    {
        List<Replacement<?>> replacements = new ArrayList<>();
        Set<Live<?>> seen = Collections.newSetFromMap(new LinkedHashMap<>());
        for (Change change : changes) {
            Live<?> row = table.find(change.name());
            if (row == null) {
                throw new CommandException("ERR Unknown option or number of arguments for CONFIG SET - '" + change.name() + "'");
            }
            refuseUnlessChangeable(row.setting(), change.name(), fromThisMachine);
            if (!seen.add(row)) {
                throw failed(change.name(), "duplicate parameter");
            }
            replacements.add(new Replacement<>(row, change.name().toLowerCase(Locale.ROOT), change.text()));
        }
        replacements.forEach(Replacement::read);
        Replacement.applyAll(replacements);
        for (Replacement<?> replacement : replacements) {
            fromEnvironment.remove(replacement.row().setting());
            log.info("CONFIG SET {}", replacement.row());
            reportWithoutEffect(replacement.row());
        }
    }

    private void refuseUnlessChangeable(Setting<?> setting, String name, boolean fromThisMachine)
    {
        if (setting.mutability() == Setting.Mutability.FIXED) {
            throw failed(name, "can't set immutable config");
        }
        if (setting.guarded() && !settings.security.protectedConfigs.value().allows(fromThisMachine)) {
            throw failed(name, "can't set protected config");
        }
    }

    static CommandException failed(String name, String reason)
    {
        return new CommandException("ERR CONFIG SET failed (possibly related to argument '" + name + "') - " + reason);
    }

    @Override
    public synchronized void rewrite()
    {
        if (file == null) {
            throw new CommandException("ERR The server is running without a config file");
        }
        try {
            new ConfigurationRewriter(table, fromEnvironment).rewrite(file);
            log.info("CONFIG REWRITE wrote {}", file);
        }
        catch (IOException failed) {
            log.warn("CONFIG REWRITE cannot write {}", file, failed);
            throw new CommandException("ERR Rewriting config file: " + FailureReason.of(failed));
        }
    }
}
