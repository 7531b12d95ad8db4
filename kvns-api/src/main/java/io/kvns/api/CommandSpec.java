package io.kvns.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the server, access control, clients and documentation know about a command.
 *
 * <p>Made by a builder that starts with what the command does to the data set: {@link #reading}, {@link #writing} or
 * {@link #other}. What can be derived is derived: ACL categories from flags, {@code FAST} against {@code SLOW}.
 */
public final class CommandSpec
{
    /**
     * A second name of a command.
     *
     * @param name the name, in lower case
     * @param deprecatedSince the version since which it should not be used, empty for never
     */
    public record Alias(String name, String deprecatedSince)
    {
    }

    /** A change that users of older versions should know. */
    public record Change(String version, String description)
    {
    }

    /** Which locks the server takes before the command executes. */
    public enum Scope
    {
        /** The shards of the declared keys. */
        KEYS,
        /** None: what the command reads of the whole keyspace is locked shard by shard while it is read. */
        SHARD_BY_SHARD,
        /** All shards, for what must be atomic over the whole keyspace. */
        ALL_SHARDS
    }

    private final String name;
    private final List<Alias> aliases;
    private final int arity;
    private final Set<CommandFlag> flags;
    private final Set<AclCategory> categories;
    private final List<KeySpec> keySpecs;
    private final Optional<KeyFinder> keyFinder;
    private final Optional<KeyFinder> accessFinder;
    private final Scope scope;
    private final CommandGroup group;
    private final String since;
    private final String summary;
    private final String complexity;
    private final String deprecatedSince;
    private final String replacedBy;
    private final boolean systemCommand;
    private final List<Change> history;
    private final List<String> tips;
    private final List<ArgumentSpec> arguments;

    private CommandSpec(Builder builder)
    {
        this.name = builder.name;
        this.aliases = List.copyOf(builder.aliases);
        this.arity = builder.arity;
        this.flags = Collections.unmodifiableSet(
                builder.flags.isEmpty() ? EnumSet.noneOf(CommandFlag.class) : EnumSet.copyOf(builder.flags));
        this.categories = Collections.unmodifiableSet(builder.derivedCategories());
        this.keySpecs = List.copyOf(builder.keySpecs);
        this.keyFinder = Optional.ofNullable(builder.keyFinder);
        this.accessFinder = Optional.ofNullable(builder.accessFinder);
        this.scope = builder.scope;
        this.group = builder.group;
        this.since = builder.since;
        this.summary = builder.summary;
        this.complexity = builder.complexity;
        this.deprecatedSince = builder.deprecatedSince;
        this.replacedBy = builder.replacedBy;
        this.systemCommand = builder.systemCommand;
        this.history = List.copyOf(builder.history);
        this.tips = List.copyOf(builder.tips);
        this.arguments = List.copyOf(builder.arguments);
    }

    /** Starts the spec of a command that reads the data set. */
    public static Builder reading(String name)
    {
        return new Builder(name).flags(CommandFlag.READONLY);
    }

    /** Starts the spec of a command that changes the data set. */
    public static Builder writing(String name)
    {
        return new Builder(name).flags(CommandFlag.WRITE);
    }

    /** Starts the spec of a command that neither reads nor changes the data set. */
    public static Builder other(String name)
    {
        return new Builder(name);
    }

    /** The name in lower case; for a subcommand its own, without the container's. */
    public String name()
    {
        return name;
    }

    /** Further names for the same command. */
    public List<Alias> aliases()
    {
        return aliases;
    }

    /** The number of arguments, the name included; negative: at least that many. For a subcommand the container's name counts too. */
    public int arity()
    {
        return arity;
    }

    /** What the command is and where it may run. */
    public Set<CommandFlag> flags()
    {
        return flags;
    }

    /** Whether the command has a flag. */
    public boolean is(CommandFlag flag)
    {
        return flags.contains(flag);
    }

    /** The access-control groups it belongs to, the derived ones included. */
    public Set<AclCategory> categories()
    {
        return categories;
    }

    /** Where its keys are. */
    public List<KeySpec> keySpecs()
    {
        return keySpecs;
    }

    /** Finds the keys where the specs cannot. */
    public Optional<KeyFinder> keyFinder()
    {
        return keyFinder;
    }

    /** Says what one request does to its keys, where {@link KeyFlag#VARIABLE_FLAGS} tells that it depends on the arguments. */
    public Optional<KeyFinder> accessFinder()
    {
        return accessFinder;
    }

    /** Which locks it needs. */
    public Scope scope()
    {
        return scope;
    }

    /** The chapter of the reference it stands in. */
    public CommandGroup group()
    {
        return group;
    }

    /** The version of the reference in which it appeared. */
    public String since()
    {
        return since;
    }

    /** One sentence for users. */
    public String summary()
    {
        return summary;
    }

    /** Its cost, as text. */
    public String complexity()
    {
        return complexity;
    }

    /** The version since which it should not be used, empty for never. */
    public String deprecatedSince()
    {
        return deprecatedSince;
    }

    /** What to use in place of a deprecated command. */
    public String replacedBy()
    {
        return replacedBy;
    }

    /** Whether it is not meant to be used by people, but by servers, tools and tests. */
    public boolean isSystemCommand()
    {
        return systemCommand;
    }

    /** What changed in which version. */
    public List<Change> history()
    {
        return history;
    }

    /** Hints for proxies and cluster clients, such as {@code request_policy:multi_shard}. */
    public List<String> tips()
    {
        return tips;
    }

    /** The grammar behind the name. */
    public List<ArgumentSpec> arguments()
    {
        return arguments;
    }

    /** This spec under another name, as an alias gets it. */
    public CommandSpec renamed(Alias alias)
    {
        Builder copy = new Builder(alias.name());
        copy.arity = arity;
        copy.flags.addAll(flags);
        copy.categories.addAll(categories);
        copy.keySpecs.addAll(keySpecs);
        copy.keyFinder = keyFinder.orElse(null);
        copy.accessFinder = accessFinder.orElse(null);
        copy.scope = scope;
        copy.group = group;
        copy.since = since;
        copy.summary = summary;
        copy.complexity = complexity;
        copy.deprecatedSince = alias.deprecatedSince();
        copy.replacedBy = alias.deprecatedSince().isEmpty() ? "" : "`" + name.toUpperCase(Locale.ROOT) + "`";
        copy.systemCommand = systemCommand;
        copy.history.addAll(history);
        copy.tips.addAll(tips);
        copy.arguments.addAll(arguments);
        return new CommandSpec(copy);
    }

    @Override
    public String toString()
    {
        return name;
    }

    /** The version since which an alias should not be used; reads well in {@link Builder#alsoNamed(String, String)}. */
    public static String deprecatedSince(String version)
    {
        return version;
    }

    /** Collects the properties of a command. */
    public static final class Builder
    {
        private final String name;
        private final List<Alias> aliases = new ArrayList<>();
        private int arity;
        private final EnumSet<CommandFlag> flags = EnumSet.noneOf(CommandFlag.class);
        private final EnumSet<AclCategory> categories = EnumSet.noneOf(AclCategory.class);
        private final List<KeySpec> keySpecs = new ArrayList<>();
        private @Nullable KeyFinder keyFinder;
        private @Nullable KeyFinder accessFinder;
        private Scope scope = Scope.KEYS;
        private CommandGroup group = CommandGroup.MODULE;
        private String since = "";
        private String summary = "";
        private String complexity = "";
        private String deprecatedSince = "";
        private String replacedBy = "";
        private boolean systemCommand;
        private final List<Change> history = new ArrayList<>();
        private final List<String> tips = new ArrayList<>();
        private final List<ArgumentSpec> arguments = new ArrayList<>();

        private Builder(String name)
        {
            this.name = Objects.requireNonNull(name, "name");
        }

        /** The number of arguments, the name included; negative: at least that many. */
        public Builder arity(int count)
        {
            this.arity = count;
            return this;
        }

        /** Adds flags. */
        public Builder flags(CommandFlag... more)
        {
            Collections.addAll(flags, more);
            return this;
        }

        /** Constant or logarithmic in time. */
        public Builder fast()
        {
            return flags(CommandFlag.FAST);
        }

        /** May take memory: refused beyond the memory limit. */
        public Builder denyOom()
        {
            return flags(CommandFlag.DENYOOM);
        }

        /** The one key stands at an index; it is read by a reading command, read and updated by a writing one. */
        public Builder key(int index)
        {
            return key(index, defaultAccess());
        }

        /** The one key stands at an index. */
        public Builder key(int index, KeyAccess access)
        {
            return keys(KeySpec.at(index, access));
        }

        /** Keys from one index to another, every {@code step}; a negative last index counts from the end. */
        public Builder keys(int first, int last, int step, KeyAccess access)
        {
            return keys(KeySpec.range(first, last, step, access));
        }

        /** Adds a way to find keys. */
        public Builder keys(KeySpec spec)
        {
            keySpecs.add(spec);
            return this;
        }

        /** Finds the keys by code, where the specs cannot say it; the specs then serve documentation. */
        public Builder keysFoundBy(KeyFinder finder)
        {
            this.keyFinder = finder;
            return flags(CommandFlag.MOVABLEKEYS);
        }

        /**
         * Says by code what one request does to its keys, where that depends on the arguments: {@code SET} overwrites, but with
         * {@code GET} it also shows the old value. The finder reports the keys that the specs find, for those who control access or explain
         * a request; locks come from the specs alone.
         */
        public Builder accessFoundBy(KeyFinder finder)
        {
            this.accessFinder = finder;
            return this;
        }

        /** Which locks it needs, where they are not those of its keys. */
        public Builder scope(Scope locks)
        {
            this.scope = locks;
            return this;
        }

        /** Adds ACL categories; those that follow from flags need not be given. */
        public Builder acl(AclCategory... more)
        {
            Collections.addAll(categories, more);
            return this;
        }

        /** The chapter of the reference. */
        public Builder group(CommandGroup chapter)
        {
            this.group = chapter;
            return this;
        }

        /** The version in which the command appeared. */
        public Builder since(String version)
        {
            this.since = version;
            return this;
        }

        /** One sentence for users. */
        public Builder summary(String sentence)
        {
            this.summary = sentence;
            return this;
        }

        /** Its cost, as text. */
        public Builder complexity(String text)
        {
            this.complexity = text;
            return this;
        }

        /** Marks the command as one that should not be used any more. */
        public Builder deprecated(String version, String replacement)
        {
            this.deprecatedSince = version;
            this.replacedBy = replacement;
            return this;
        }

        /** Is not meant to be used by people, but by servers, tools and tests. */
        public Builder systemCommand()
        {
            this.systemCommand = true;
            return this;
        }

        /** Adds a name that is as good as the first. */
        public Builder alsoNamed(String alias)
        {
            return alsoNamed(alias, "");
        }

        /** Adds a name that should not be used since a version. */
        public Builder alsoNamed(String alias, String deprecatedSince)
        {
            aliases.add(new Alias(alias, deprecatedSince));
            return this;
        }

        /** Adds what changed in a version. */
        public Builder changed(String version, String description)
        {
            history.add(new Change(version, description));
            return this;
        }

        /** Adds hints for proxies and cluster clients. */
        public Builder tips(String... more)
        {
            Collections.addAll(tips, more);
            return this;
        }

        /** The grammar behind the name. */
        public Builder arguments(ArgumentSpec... grammar)
        {
            Collections.addAll(arguments, grammar);
            return this;
        }

        /** The finished spec. */
        public CommandSpec build()
        {
            return new CommandSpec(this);
        }

        private KeyAccess defaultAccess()
        {
            return flags.contains(CommandFlag.WRITE) ? KeyAccess.READ_UPDATE : KeyAccess.READ;
        }

        private EnumSet<AclCategory> derivedCategories()
        {
            EnumSet<AclCategory> all = EnumSet.noneOf(AclCategory.class);
            all.addAll(categories);
            derive(all, CommandFlag.WRITE, AclCategory.WRITE);
            // As in the reference, a reading command that belongs to scripting is not a data read.
            if (!categories.contains(AclCategory.SCRIPTING)) {
                derive(all, CommandFlag.READONLY, AclCategory.READ);
            }
            derive(all, CommandFlag.ADMIN, AclCategory.ADMIN);
            derive(all, CommandFlag.ADMIN, AclCategory.DANGEROUS);
            derive(all, CommandFlag.PUBSUB, AclCategory.PUBSUB);
            derive(all, CommandFlag.BLOCKING, AclCategory.BLOCKING);
            all.remove(AclCategory.FAST);
            all.remove(AclCategory.SLOW);
            all.add(flags.contains(CommandFlag.FAST) ? AclCategory.FAST : AclCategory.SLOW);
            return all;
        }

        private void derive(EnumSet<AclCategory> all, CommandFlag flag, AclCategory category)
        {
            if (flags.contains(flag)) {
                all.add(category);
            }
        }
    }
}
