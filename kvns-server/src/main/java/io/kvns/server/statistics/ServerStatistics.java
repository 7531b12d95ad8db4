package io.kvns.server.statistics;

import io.kvns.api.admin.CommandDurations;
import io.kvns.api.admin.StatisticsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The sums of what all threads count.
 *
 * <p>There are two views of each number: since the server started, for metrics, which must never go back; and since the last
 * {@link #reset}, for {@code INFO} and {@code LATENCY HISTOGRAM}. A reset therefore writes to no counter: it notes where they stood.
 */
public final class ServerStatistics
        implements CommandDurations, StatisticsControl
{
    private final List<String> commandNames;
    private final int namespaceCap;
    private final List<LoopStatistics> loops = new CopyOnWriteArrayList<>();
    private final List<Runnable> samplers = new CopyOnWriteArrayList<>();
    private final RecentRate commandRate = new RecentRate();
    private final RecentRate inputRate = new RecentRate();
    private final RecentRate outputRate = new RecentRate();
    private volatile BooleanSupplier durationsShown = () -> true;
    private volatile Baseline baseline;

    /** Where the numbers stood at a reset. */
    private record Baseline(CommandTotals[] commands, long[] counters, Map<String, Long> errors)
    {
    }

    /**
     * Statistics of a server that has counted nothing yet.
     *
     * @param commandNames the full names of all commands ({@code get}, {@code config|get}), in the order of the command table's indexes
     * @param namespaceCap how many namespaces are told apart in metrics
     */
    public ServerStatistics(List<String> commandNames, int namespaceCap)
    {
        this.commandNames = List.copyOf(commandNames);
        this.namespaceCap = namespaceCap;
        this.baseline = snapshot();
    }

    /** Says whether durations are shown to clients ({@code latency-tracking}); they are always counted, for metrics. */
    public void showDurationsIf(BooleanSupplier shown)
    {
        durationsShown = shown;
    }

    /** Has something else sampled whenever {@link #sample} is called. */
    public void alsoSample(Runnable sampler)
    {
        samplers.add(sampler);
    }

    /** A set of counters for a thread that begins to work; it counts until the server ends. */
    public LoopStatistics newLoop()
    {
        LoopStatistics loop = new LoopStatistics(commandNames.size(), namespaceCap);
        loops.add(loop);
        return loop;
    }

    /** How many namespaces are told apart: those with lower indexes. */
    public int namespaceCap()
    {
        return namespaceCap;
    }

    /** How many commands there are. */
    public int commandCount()
    {
        return commandNames.size();
    }

    /** The full name of a command. */
    public String commandName(int commandIndex)
    {
        return commandNames.get(commandIndex);
    }

    // ---- since the start

    /** A counter since the start. */
    public long total(Counter counter)
    {
        long sum = 0;
        for (LoopStatistics loop : loops) {
            sum += loop.total(counter);
        }
        return sum;
    }

    /** A command since the start, in all namespaces. */
    public CommandTotals commandTotal(int commandIndex)
    {
        long[] sums = new long[LoopStatistics.CELL_LENGTH];
        long rejected = 0;
        long failed = 0;
        for (LoopStatistics loop : loops) {
            loop.visitCells(commandIndex, (namespaceIndex, cell) -> addTo(sums, cell));
            rejected += loop.rejectedTotal(commandIndex);
            failed += loop.failedTotal(commandIndex);
        }
        return totals(sums, rejected, failed);
    }

    /**
     * A command since the start, by namespace: those where it was used, with {@link LoopStatistics#NO_NAMESPACE} and
     * {@link LoopStatistics#OTHER_NAMESPACES} in place of an index where it applies. Refusals and failures are not kept by namespace.
     */
    public Map<Integer, CommandTotals> commandTotalByNamespace(int commandIndex)
    {
        Map<Integer, long[]> sums = new TreeMap<>();
        for (LoopStatistics loop : loops) {
            loop.visitCells(commandIndex, (namespaceIndex, cell) ->
                    addTo(sums.computeIfAbsent(namespaceIndex, index -> new long[LoopStatistics.CELL_LENGTH]), cell));
        }
        Map<Integer, CommandTotals> totals = new TreeMap<>();
        sums.forEach((namespaceIndex, cell) -> totals.put(namespaceIndex, totals(cell, 0, 0)));
        return totals;
    }

    /** How many keys of a namespace were removed to make room, since the start. */
    public long evictionTotal(int namespaceIndex)
    {
        long sum = 0;
        for (LoopStatistics loop : loops) {
            sum += loop.evictionTotal(namespaceIndex);
        }
        return sum;
    }

    /** How many of those were removed because nobody had read them for long. */
    public long readExpiryTotal(int namespaceIndex)
    {
        long sum = 0;
        for (LoopStatistics loop : loops) {
            sum += loop.readExpiryTotal(namespaceIndex);
        }
        return sum;
    }

    /** How often each error code was replied since the start, in the order of the codes. */
    public Map<String, Long> errorTotals()
    {
        Map<String, Long> totals = new TreeMap<>();
        for (LoopStatistics loop : loops) {
            loop.visitErrors((code, count) -> totals.merge(code, count, Long::sum));
        }
        return totals;
    }

    // ---- since the last reset

    /** A counter since the last reset. */
    public long count(Counter counter)
    {
        return total(counter) - baseline.counters[counter.ordinal()];
    }

    /** A command since the last reset. */
    public CommandTotals command(int commandIndex)
    {
        return commandTotal(commandIndex).minus(baseline.commands[commandIndex]);
    }

    /** How many commands were executed since the last reset. */
    public long commandsProcessed()
    {
        return sumOfCommands(this::command);
    }

    /** How often each error code was replied since the last reset; those that were not are left out. */
    public Map<String, Long> errors()
    {
        Map<String, Long> before = baseline.errors;
        Map<String, Long> errors = errorTotals();
        errors.replaceAll((code, count) -> count - before.getOrDefault(code, 0L));
        errors.values().removeIf(count -> count == 0);
        return errors;
    }

    /** Commands a second, lately. */
    public synchronized double commandsPerSecond()
    {
        return commandRate.perSecond();
    }

    /** Bytes a second that clients sent, lately. */
    public synchronized double inputBytesPerSecond()
    {
        return inputRate.perSecond();
    }

    /** Bytes a second that were sent to clients, lately. */
    public synchronized double outputBytesPerSecond()
    {
        return outputRate.perSecond();
    }

    /** Takes the samples from which rates are made; to be called about ten times a second. */
    public void sample(long nanos)
    {
        sampleRates(nanos);
        samplers.forEach(Runnable::run);
    }

    private synchronized void sampleRates(long nanos)
    {
        commandRate.sample(executedTotal(), nanos);
        inputRate.sample(total(Counter.NET_INPUT_BYTES), nanos);
        outputRate.sample(total(Counter.NET_OUTPUT_BYTES), nanos);
    }

    // ---- durations, as clients see them

    @Override
    public List<Histogram> all()
    {
        List<Histogram> histograms = new ArrayList<>();
        if (durationsShown.getAsBoolean()) {
            for (int index = 0; index < commandNames.size(); index++) {
                CommandTotals totals = command(index);
                if (totals.calls() > 0) {
                    histograms.add(histogram(commandNames.get(index), totals));
                }
            }
        }
        return histograms;
    }

    private static Histogram histogram(String name, CommandTotals totals)
    {
        List<Step> steps = new ArrayList<>();
        long count = 0;
        for (int bucket = 0; bucket < DurationBuckets.COUNT; bucket++) {
            if (totals.bucket(bucket) > 0) {
                count += totals.bucket(bucket);
                steps.add(new Step(DurationBuckets.shownMicros(bucket), count));
            }
        }
        return new Histogram(name, count, steps);
    }

    /** Starts the numbers of the second view from zero. */
    @Override
    public synchronized void reset()
    {
        baseline = snapshot();
        commandRate.reset();
        inputRate.reset();
        outputRate.reset();
    }

    private Baseline snapshot()
    {
        CommandTotals[] commands = new CommandTotals[commandNames.size()];
        for (int index = 0; index < commands.length; index++) {
            commands[index] = commandTotal(index);
        }
        Counter[] all = Counter.values();
        long[] counters = new long[all.length];
        for (Counter counter : all) {
            counters[counter.ordinal()] = total(counter);
        }
        return new Baseline(commands, counters, errorTotals());
    }

    /** How many commands were executed since the start; made several times a second, so it takes nothing from the heap. */
    private long executedTotal()
    {
        long sum = 0;
        for (LoopStatistics loop : loops) {
            sum += loop.executedTotal();
        }
        return sum;
    }

    private long sumOfCommands(IntFunction<CommandTotals> totals)
    {
        long sum = 0;
        for (int index = 0; index < commandNames.size(); index++) {
            sum += totals.apply(index).calls();
        }
        return sum;
    }

    private static void addTo(long[] sums, long[] cell)
    {
        for (int index = 0; index < sums.length; index++) {
            sums[index] += LoopStatistics.read(cell, index);
        }
    }

    private static CommandTotals totals(long[] sums, long rejected, long failed)
    {
        long[] buckets = new long[DurationBuckets.COUNT];
        System.arraycopy(sums, 0, buckets, 0, buckets.length);
        return new CommandTotals(buckets, sums[LoopStatistics.SUM], rejected, failed);
    }
}
