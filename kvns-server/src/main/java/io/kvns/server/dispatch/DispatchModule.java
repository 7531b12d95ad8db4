package io.kvns.server.dispatch;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.kvns.api.Clock;
import io.kvns.api.Command;
import io.kvns.api.CommandSpec;
import io.kvns.api.Limits;
import io.kvns.server.clients.RequestExecutorFactory;
import io.kvns.server.config.Configuration;
import io.kvns.server.keyspace.ExpiryControl;
import io.kvns.server.keyspace.KeyspaceEvents;
import io.kvns.server.memory.MemoryBudget;
import io.kvns.server.memory.ShardAllocator;
import io.kvns.server.plugins.LoadedCommand;
import io.kvns.server.plugins.LoadedPlugin;
import io.kvns.server.plugins.LoadedPlugins;
import io.kvns.server.statistics.LatencyMonitor;
import io.kvns.server.statistics.SlowLog;
import io.kvns.server.store.Store;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the command table and what executes commands. */
public final class DispatchModule
        extends AbstractModule
{
    @Override
    protected void configure()
    {
        bind(ExpiryControl.class).toInstance(new ExpiryControl());
        bind(EffectJournal.class).toInstance(new EffectJournal());
    }

    @Provides
    @Singleton
    static CommandTable commandTable(LoadedPlugins plugins, Configuration configuration)
    {
        List<Command> commands = plugins.commands().stream().map(LoadedCommand::command).toList();
        configuration.checkRenamedCommands(commands.stream().map(Command::spec).flatMap(DispatchModule::names).collect(Collectors.toSet()));
        return new CommandTable(commands, configuration.renamedCommands());
    }

    private static Stream<String> names(CommandSpec spec)
    {
        return Stream.concat(Stream.of(spec.name()), spec.aliases().stream().map(CommandSpec.Alias::name));
    }

    @Provides
    @Singleton
    static KeyspaceEvents keyspaceEvents(LoadedPlugins plugins)
    {
        KeyspaceEvents events = new KeyspaceEvents();
        events.listeners(plugins.plugins().stream().map(LoadedPlugin::keyspaceListeners).flatMap(List::stream).toList());
        return events;
    }

    @Provides
    @Singleton
    static ParkedClients parkedClients(Store store)
    {
        return new ParkedClients(store);
    }

    @Provides
    @Singleton
    static DispatchServices services(CommandTable table, Store store, Clock clock, Limits limits, KeyspaceEvents events,
            ExpiryControl expiryControl, EffectJournal journal, ParkedClients parkedClients, CommandGate gate, SlowLog slowLog,
            LatencyMonitor latencyMonitor)
    {
        return new DispatchServices(table, store, clock, limits, events, expiryControl, journal, parkedClients, gate, slowLog,
                latencyMonitor);
    }

    @Provides
    @Singleton
    static OwnMemory ownMemory(Store store)
    {
        // Numbers that no shard has; the budget is one that nobody looks at, for this memory holds no data.
        AtomicInteger next = new AtomicInteger(store.shardCount());
        MemoryBudget budget = new MemoryBudget();
        return () -> new ShardAllocator(next.getAndIncrement(), budget);
    }

    @Provides
    @Singleton
    static RequestExecutorFactory executors(DispatchServices services, OwnMemory memory)
    {
        return (_, statistics) -> new CommandExecutor(services, statistics, memory.newAllocator());
    }
}
