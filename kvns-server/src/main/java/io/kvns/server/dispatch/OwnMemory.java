package io.kvns.server.dispatch;

import io.kvns.server.memory.ShardAllocator;

/** Makes allocators for the threads' own buffers, which hold no data of the store. */
@FunctionalInterface
public interface OwnMemory
{
    /** An allocator for one thread. */
    ShardAllocator newAllocator();
}
