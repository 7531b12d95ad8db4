package io.kvns.commands.bitmaps;

import static io.kvns.api.AclCategory.BITMAP;
import static io.kvns.api.KeyFlag.ACCESS;
import static io.kvns.api.KeyFlag.RW;
import static io.kvns.api.KeyFlag.UPDATE;
import static io.kvns.api.KeyFlag.VARIABLE_FLAGS;

import io.kvns.api.ArgumentSpec;
import io.kvns.api.Arguments;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandGroup;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.KeySpec;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Limits;
import io.kvns.api.MutableBytes;
import io.kvns.api.Reply;
import io.kvns.api.StringEditor;

/**
 * {@code BITFIELD key [GET type offset | [OVERFLOW WRAP | SAT | FAIL] SET type offset value | INCRBY type offset increment] ...}: reads
 * and writes integers of any width inside a string; {@code BITFIELD_RO key [GET type offset] ...} reads only.
 *
 * <p>A type is {@code i} or {@code u} and a number of bits, up to i64 and u63. An offset counts bits, behind a {@code #} fields of that
 * type. The reply is an array with one element for each part but {@code OVERFLOW}: {@code GET} gives the number, {@code SET} the
 * former one, {@code INCRBY} the new one; nil for a write that {@code FAIL} prevented. A value that is too short, or missing, reads
 * as zeros; if a part writes, it is first made long enough for all parts that write, even if all of them fail then.
 *
 * <p>Errors, part by part in the order they are checked: {@link io.kvns.api.StandardError#SYNTAX} for an unknown or incomplete part,
 * {@link BitmapError#OVERFLOW_TYPE}, {@link BitmapError#FIELD_TYPE}, {@link BitmapError#BIT_OFFSET},
 * {@link io.kvns.api.StandardError#NOT_AN_INTEGER} for a bad value; then {@link BitmapError#ONLY_GET}, and at last
 * {@link io.kvns.api.StandardError#WRONG_TYPE} when the key holds anything but a string.
 */
final class BitFieldCommand
        implements Command
{
    private static final CommandSpec SPEC = CommandSpec.writing("bitfield")
            .arity(-2)
            .denyOom()
            .keys(new KeySpec(
                    new KeySpec.AtIndex(1),
                    new KeySpec.Range(0, 1, 0),
                    KeyAccess.of(RW, ACCESS, UPDATE, VARIABLE_FLAGS),
                    "This command allows both access and modification of the key"))
            .accessFoundBy((arguments, sink) -> sink.key(1, readsOnly(arguments) ? KeyAccess.READ : KeyAccess.READ_UPDATE))
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("3.2.0")
            .summary("Reads and writes integers of any width inside a string.")
            .complexity("O(1) for each subcommand specified")
            .arguments(
                    ArgumentSpec.key("key"),
                    ArgumentSpec.oneOf(
                            "operation",
                            ArgumentSpec.block("get-block", ArgumentSpec.string("encoding"), ArgumentSpec.integer("offset"))
                                    .behind("GET"),
                            ArgumentSpec.block(
                                    "write",
                                    ArgumentSpec.oneOf(
                                            "overflow-block",
                                            ArgumentSpec.word("WRAP"),
                                            ArgumentSpec.word("SAT"),
                                            ArgumentSpec.word("FAIL"))
                                            .behind("OVERFLOW")
                                            .optional(),
                                    ArgumentSpec.oneOf(
                                            "write-operation",
                                            ArgumentSpec.block(
                                                    "set-block",
                                                    ArgumentSpec.string("encoding"),
                                                    ArgumentSpec.integer("offset"),
                                                    ArgumentSpec.integer("value"))
                                                    .behind("SET"),
                                            ArgumentSpec.block(
                                                    "incrby-block",
                                                    ArgumentSpec.string("encoding"),
                                                    ArgumentSpec.integer("offset"),
                                                    ArgumentSpec.integer("increment"))
                                                    .behind("INCRBY"))))
                            .optional()
                            .multiple())
            .build();

    private static final CommandSpec READ_ONLY_SPEC = CommandSpec.reading("bitfield_ro")
            .arity(-2)
            .fast()
            .key(1)
            .acl(BITMAP)
            .group(CommandGroup.BITMAP)
            .since("6.0.0")
            .summary("Reads integers of any width inside a string.")
            .complexity("O(1) for each subcommand specified")
            .arguments(
                    ArgumentSpec.key("key"),
                    ArgumentSpec.block("get-block", ArgumentSpec.string("encoding"), ArgumentSpec.integer("offset"))
                            .behind("GET")
                            .optional()
                            .multipleToken())
            .build();

    private static final int FIRST_PART = 2;

    private final CommandSpec spec;
    private final boolean readOnly;
    private final BitOffsets offsets;

    private BitFieldCommand(CommandSpec spec, boolean readOnly, Limits limits)
    {
        this.spec = spec;
        this.readOnly = readOnly;
        this.offsets = new BitOffsets(limits);
    }

    /** {@code BITFIELD}. */
    static BitFieldCommand readingAndWriting(Limits limits)
    {
        return new BitFieldCommand(SPEC, false, limits);
    }

    /** {@code BITFIELD_RO}. */
    static BitFieldCommand readingOnly(Limits limits)
    {
        return new BitFieldCommand(READ_ONLY_SPEC, true, limits);
    }

    @Override
    public CommandSpec spec()
    {
        return spec;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        // The parts are read twice, here to check them all and below to do them, so that no list of them need be made.
        int answers = 0;
        long writtenBytes = 0;
        int count = arguments.count();
        for (int index = FIRST_PART; index < count; ) {
            FieldOperation operation = FieldOperation.parse(arguments, index);
            if (operation == FieldOperation.OVERFLOW) {
                Overflow.parse(arguments, index + 1);
            }
            else {
                FieldType type = FieldType.parse(arguments.bytes(index + 1));
                long offset = offsets.parseField(arguments, index + 2, type.bits());
                if (operation.writes()) {
                    arguments.integer(index + 3);
                    writtenBytes = Math.max(writtenBytes, (offset + type.bits() + 7) >>> 3);
                }
                answers++;
            }
            index += operation.words();
        }
        Bytes key = arguments.key(1);
        if (writtenBytes == 0) {
            Bytes value = context.keyspace().string(key);
            reply.array(answers);
            read(arguments, value, reply);
            return;
        }
        if (readOnly) {
            throw BitmapError.ONLY_GET.exception();
        }
        StringEditor value = context.keyspace().editString(key);
        if (readAndWrite(arguments, value, writtenBytes, answers, reply)) {
            context.notify(KeyspaceEvent.Kind.STRING, "setbit", key);
        }
    }

    /** Whether a request has no part that writes; one that is malformed is taken for one that writes. */
    private static boolean readsOnly(Arguments arguments)
    {
        int count = arguments.count();
        for (int index = FIRST_PART; index < count; ) {
            FieldOperation operation = FieldOperation.find(arguments, index);
            if (operation == null || operation.writes()) {
                return false;
            }
            index += operation.words();
        }
        return true;
    }

    private void read(Arguments arguments, Bytes value, Reply reply)
    {
        int count = arguments.count();
        for (int index = FIRST_PART; index < count; ) {
            FieldOperation operation = FieldOperation.parse(arguments, index);
            if (operation == FieldOperation.GET) {
                FieldType type = FieldType.parse(arguments.bytes(index + 1));
                reply.integer(type.read(value, offsets.parseField(arguments, index + 2, type.bits())));
            }
            index += operation.words();
        }
    }

    /** Does all parts; answers whether a write was done that made the value longer or different. */
    private boolean readAndWrite(Arguments arguments, StringEditor value, long writtenBytes, int answers, Reply reply)
    {
        boolean grows = value.length() < writtenBytes;
        // Only a value that changes is opened for writing.
        MutableBytes bytes = grows ? value.mutableBytes(writtenBytes) : null;
        reply.array(answers);
        boolean changed = false;
        Overflow overflow = Overflow.WRAP;
        int count = arguments.count();
        for (int index = FIRST_PART; index < count; ) {
            FieldOperation operation = FieldOperation.parse(arguments, index);
            if (operation == FieldOperation.OVERFLOW) {
                overflow = Overflow.parse(arguments, index + 1);
                index += operation.words();
                continue;
            }
            FieldType type = FieldType.parse(arguments.bytes(index + 1));
            long offset = offsets.parseField(arguments, index + 2, type.bits());
            long before = type.read(bytes == null ? value : bytes, offset);
            if (operation == FieldOperation.GET) {
                reply.integer(before);
                index += operation.words();
                continue;
            }
            long operand = arguments.integer(index + 3);
            boolean sets = operation == FieldOperation.SET;
            long after = sets ? operand : before + operand;
            int excess = sets ? type.excess(operand) : type.excessOfSum(before, operand);
            index += operation.words();
            if (excess != 0) {
                if (overflow == Overflow.FAIL) {
                    reply.nil();
                    continue;
                }
                after = overflow.settle(type, after, excess);
            }
            if (after != before) {
                if (bytes == null) {
                    bytes = value.mutableBytes(writtenBytes);
                }
                type.write(bytes, offset, after);
                changed = true;
            }
            changed |= grows;
            reply.integer(sets ? before : after);
        }
        return changed;
    }
}
