package io.kvns.commands.server;

import io.kvns.api.AclCategory;
import io.kvns.api.CommandFlag;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeyFlag;
import io.kvns.api.KeySpec;
import io.kvns.api.Reply;
import io.kvns.api.admin.CommandDescription;

/** Writes what {@code COMMAND INFO} tells of a command. */
final class CommandInfoReply
{
    private static final int ELEMENTS = 10;
    private static final String MODULE_FLAG = "module";

    private CommandInfoReply() {}

    static void write(Reply reply, CommandDescription command)
    {
        CommandSpec spec = command.spec();
        LegacyKeyRange range = LegacyKeyRange.of(spec);
        reply.array(ELEMENTS);
        reply.bulk(command.fullName());
        reply.integer(spec.arity());
        writeFlags(reply, command, range);
        reply.integer(range.first());
        reply.integer(range.last());
        reply.integer(range.step());
        reply.set(spec.categories().size());
        for (AclCategory category : spec.categories()) {
            reply.simple("@" + category.categoryName());
        }
        reply.set(spec.tips().size());
        for (String tip : spec.tips()) {
            reply.bulk(tip);
        }
        reply.set(spec.keySpecs().size());
        for (KeySpec keys : spec.keySpecs()) {
            writeKeySpec(reply, keys);
        }
        reply.set(command.subcommands().size());
        for (CommandDescription subcommand : command.subcommands()) {
            write(reply, subcommand);
        }
    }

    private static void writeFlags(Reply reply, CommandDescription command, LegacyKeyRange range)
    {
        CommandSpec spec = command.spec();
        boolean movable = !range.isWhole();
        long mark = reply.begin();
        int count = 0;
        for (CommandFlag flag : spec.flags()) {
            if (flag != CommandFlag.MOVABLEKEYS) {
                reply.simple(flag.flagName());
                count++;
            }
        }
        if (!command.builtIn()) {
            reply.simple(MODULE_FLAG);
            count++;
        }
        if (movable) {
            reply.simple(CommandFlag.MOVABLEKEYS.flagName());
            count++;
        }
        reply.end(mark, Reply.Aggregate.SET, count);
    }

    /** Writes what happens to a key, as {@code COMMAND GETKEYSANDFLAGS} shows it too. */
    static void writeAccess(Reply reply, KeyAccess access)
    {
        reply.set(access.flags().size());
        for (KeyFlag flag : access.flags()) {
            reply.simple(flag.flagName());
        }
    }

    private static void writeKeySpec(Reply reply, KeySpec keys)
    {
        reply.map(keys.notes().isEmpty() ? 3 : 4);
        if (!keys.notes().isEmpty()) {
            reply.bulk("notes");
            reply.bulk(keys.notes());
        }
        reply.bulk("flags");
        writeAccess(reply, keys.access());
        reply.bulk("begin_search");
        switch (keys.begin()) {
            case KeySpec.AtIndex(int index) -> {
                writeKind(reply, "index", 1);
                writeField(reply, "index", index);
            }
            case KeySpec.AfterKeyword(String keyword, int startFrom) -> {
                writeKind(reply, "keyword", 2);
                reply.bulk("keyword");
                reply.bulk(keyword);
                writeField(reply, "startfrom", startFrom);
            }
        }
        reply.bulk("find_keys");
        switch (keys.find()) {
            case KeySpec.Range(int last, int step, int limit) -> {
                writeKind(reply, "range", 3);
                writeField(reply, "lastkey", last);
                writeField(reply, "keystep", step);
                writeField(reply, "limit", limit);
            }
            case KeySpec.Counted(int countIndex, int first, int step) -> {
                writeKind(reply, "keynum", 3);
                writeField(reply, "keynumidx", countIndex);
                writeField(reply, "firstkey", first);
                writeField(reply, "keystep", step);
            }
        }
    }

    private static void writeKind(Reply reply, String kind, int fieldCount)
    {
        reply.map(2);
        reply.bulk("type");
        reply.bulk(kind);
        reply.bulk("spec");
        reply.map(fieldCount);
    }

    private static void writeField(Reply reply, String name, long value)
    {
        reply.bulk(name);
        reply.integer(value);
    }
}
