package com.example.counter;

import static io.kvns.api.ArgumentSpec.integer;
import static io.kvns.api.ArgumentSpec.key;
import static io.kvns.api.ArgumentSpec.unixTime;

import io.kvns.api.Arguments;
import io.kvns.api.Blocks;
import io.kvns.api.Bytes;
import io.kvns.api.Command;
import io.kvns.api.CommandContext;
import io.kvns.api.CommandError;
import io.kvns.api.CommandSpec;
import io.kvns.api.KeyAccess;
import io.kvns.api.Keyspace;
import io.kvns.api.KeyspaceEvent;
import io.kvns.api.Metrics;
import io.kvns.api.Reply;
import io.kvns.api.StandardError;

/**
 * {@code COUNTER.HIT key window [BY amount] [AT unix-time-milliseconds]}: counts something, and replies with how much was counted
 * within the window, a number of milliseconds, this included.
 *
 * <p>A missing key becomes a new counter. A key lives until its window has passed without another hit. {@code AT} says when
 * it happened; without it, it is now.
 *
 * <p>Errors, in the order they are checked: {@link #BAD_WINDOW}, then as the options stand {@link #BAD_AMOUNT}, {@link #BAD_TIME} and
 * {@link StandardError#SYNTAX}; {@link StandardError#WRONG_TYPE}, {@link #OTHER_WINDOW}, {@link StandardError#OVERFLOW}.
 *
 * <p>The effect always has {@code AT}: a replica or a journal that is read later must count at the same time.
 */
final class HitCommand
        implements Command
{
    static final CommandError BAD_WINDOW = CommandError.of("ERR the window must be between 60 and 31622400000 milliseconds");
    static final CommandError BAD_AMOUNT = CommandError.of("ERR the amount must be positive");
    static final CommandError BAD_TIME = CommandError.of("ERR the time must not be negative or too far away");
    static final CommandError OTHER_WINDOW = CommandError.of("ERR the counter has another window");

    private static final CommandSpec SPEC = CommandSpec.writing("counter.hit")
            .arity(-3)
            .fast()
            .denyOom()
            .key(1, KeyAccess.READ_UPDATE)
            .since("1.0.0")
            .summary("Counts something and tells how much was counted during the last milliseconds.")
            .complexity("O(1)")
            .arguments(
                    key("key"),
                    integer("window"),
                    integer("amount").behind("BY").optional(),
                    unixTime("unix-time-milliseconds").behind("AT").optional())
            .build();
    private static final long LATEST_MILLIS = 1L << 50;

    private final SlidingCounterType type;
    private final Metrics.Counter hits;

    HitCommand(SlidingCounterType type, Metrics.Counter hits)
    {
        this.type = type;
        this.hits = hits;
    }

    @Override
    public CommandSpec spec()
    {
        return SPEC;
    }

    @Override
    public void execute(CommandContext context, Arguments arguments, Reply reply)
    {
        long windowMillis = arguments.integer(
                2, SlidingCounter.SHORTEST_WINDOW_MILLIS, SlidingCounter.LONGEST_WINDOW_MILLIS, BAD_WINDOW);
        long amount = 1;
        long atMillis = context.nowMillis();
        for (int index = 3; index < arguments.count(); index += 2) {
            boolean hasValue = index + 1 < arguments.count();
            if (hasValue && arguments.is(index, "BY")) {
                amount = arguments.integer(index + 1, 1, Long.MAX_VALUE, BAD_AMOUNT);
            }
            else if (hasValue && arguments.is(index, "AT")) {
                atMillis = arguments.integer(index + 1, 0, LATEST_MILLIS, BAD_TIME);
            }
            else {
                throw StandardError.SYNTAX.exception();
            }
        }

        Keyspace keyspace = context.keyspace();
        Bytes key = arguments.key(1);
        Blocks blocks = keyspace.blocks(key);
        long counter = keyspace.custom(key, type);
        long total = amount;
        if (counter == Blocks.NONE) {
            counter = SlidingCounter.create(blocks, windowMillis);
            SlidingCounter.add(blocks, counter, amount, atMillis);
            keyspace.setCustom(key, type, counter, atMillis + windowMillis);
        }
        else {
            total += checkedTotal(blocks, counter, windowMillis, amount, atMillis);
            SlidingCounter.add(blocks, counter, amount, atMillis);
            keyspace.customChanged(key, type, counter);
            keyspace.expireAt(key, Math.max(keyspace.expiresAtMillis(key), atMillis + windowMillis));
        }

        if (context.effects().wanted()) {
            context.effects().command("COUNTER.HIT").argument(key).argument(windowMillis)
                    .argument("BY").argument(amount)
                    .argument("AT").argument(atMillis);
        }
        context.notify(KeyspaceEvent.Kind.MODULE, "counter.hit", key);
        hits.add(amount);
        reply.integer(total);
    }

    private static long checkedTotal(Blocks blocks, long counter, long windowMillis, long amount, long atMillis)
    {
        if (SlidingCounter.windowMillis(blocks, counter) != windowMillis) {
            throw OTHER_WINDOW.exception();
        }
        long total = SlidingCounter.total(blocks, counter, atMillis);
        if (amount > Long.MAX_VALUE - total) {
            throw StandardError.OVERFLOW.exception();
        }
        return total;
    }
}
