package io.kvns.server.memory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Memory from the operating system, in runs that are aligned and zero.
 *
 * <p>Where there is {@code mmap} a page takes no memory until it is touched, can be given back while its address stays mapped, and
 * a run grows without being copied. Elsewhere runs come from {@link Arena}, which touches every page and cannot do the rest.
 */
public final class MappedMemory
{
    /** Bytes of a page. */
    public static final long PAGE_BYTES = 4096;

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS_NORESERVE = 0x02 | 0x20 | 0x4000;
    private static final int DONT_NEED = 4;
    private static final int REMAP_MAY_MOVE_FIXED = 3;
    private static final @Nullable Calls CALLS = Calls.find();
    private static final Map<Long, Arena> ARENAS = new ConcurrentHashMap<>();

    private MappedMemory()
    {
    }

    private record Calls(MethodHandle map, MethodHandle unmap, MethodHandle advise, MethodHandle remap)
    {
        @SuppressWarnings("restricted") // mmap and its kin are what this class is for.
        static @Nullable Calls find()
        {
            if (!System.getProperty("os.name").equals("Linux")) {
                return null;
            }
            Linker linker = Linker.nativeLinker();
            SymbolLookup lookup = linker.defaultLookup();
            Optional<MemorySegment> map = lookup.find("mmap");
            Optional<MemorySegment> unmap = lookup.find("munmap");
            Optional<MemorySegment> advise = lookup.find("madvise");
            Optional<MemorySegment> remap = lookup.find("mremap");
            if (map.isEmpty() || unmap.isEmpty() || advise.isEmpty() || remap.isEmpty()) {
                return null;
            }
            return new Calls(
                    linker.downcallHandle(map.get(),
                            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG)),
                    linker.downcallHandle(unmap.get(), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG)),
                    linker.downcallHandle(advise.get(), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT)),
                    linker.downcallHandle(remap.get(),
                            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG)));
        }
    }

    /**
     * Takes a run.
     *
     * @param bytes a multiple of the page size
     * @param alignment a power of two, at least the page size
     * @return the address, 0 if there is no memory
     */
    public static long map(long bytes, long alignment)
    {
        return CALLS == null ? mapArena(bytes, alignment) : mapAligned(CALLS, bytes, alignment);
    }

    private static long mapAligned(Calls calls, long bytes, long alignment)
    {
        long reserved = bytes + alignment - PAGE_BYTES;
        long start = mapAnywhere(calls, reserved);
        if (start == 0) {
            return 0;
        }
        long aligned = (start + alignment - 1) & -alignment;
        if (aligned > start) {
            unmap(calls, start, aligned - start);
        }
        long end = aligned + bytes;
        if (start + reserved > end) {
            unmap(calls, end, start + reserved - end);
        }
        return aligned;
    }

    private static long mapAnywhere(Calls calls, long bytes)
    {
        try {
            long address = (long) calls.map().invokeExact(0L, bytes, READ_WRITE, PRIVATE_ANONYMOUS_NORESERVE, -1, 0L);
            return address == -1 ? 0 : address;
        }
        catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void unmap(Calls calls, long address, long bytes)
    {
        try {
            int result = (int) calls.unmap().invokeExact(address, bytes);
            if (result != 0) {
                throw new IllegalStateException("munmap refused " + bytes + " bytes at 0x" + Long.toHexString(address));
            }
        }
        catch (RuntimeException refused) {
            throw refused;
        }
        catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static long mapArena(long bytes, long alignment)
    {
        Arena arena = Arena.ofShared();
        try {
            long address = arena.allocate(bytes, alignment).address();
            ARENAS.put(address, arena);
            return address;
        }
        catch (OutOfMemoryError none) {
            arena.close();
            return 0;
        }
    }

    /** Gives a run back, whole. */
    public static void unmap(long address, long bytes)
    {
        if (CALLS != null) {
            unmap(CALLS, address, bytes);
            return;
        }
        Arena arena = ARENAS.remove(address);
        if (arena == null) {
            throw new IllegalStateException("0x" + Long.toHexString(address) + " is not mapped");
        }
        arena.close();
    }

    /** Gives the memory of whole pages back while they stay mapped: they read as zeros afterwards. Answers whether that was possible. */
    public static boolean discard(long address, long bytes)
    {
        if (CALLS == null) {
            return false;
        }
        try {
            return (int) CALLS.advise().invokeExact(address, bytes, DONT_NEED) == 0;
        }
        catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * Makes a run longer or shorter, keeping what it holds; new bytes are zero. Nothing is copied where the system can remap.
     *
     * @return the run's new address, 0 if there is no memory, the run being as it was
     */
    public static long resize(long address, long bytes, long newBytes, long alignment)
    {
        long target = map(newBytes, alignment);
        if (target == 0) {
            return 0;
        }
        if (CALLS == null) {
            CheckedMemory.lend(target, newBytes);
            CheckedMemory.lend(address, bytes);
            Memory.copy(address, target, Math.min(bytes, newBytes));
            CheckedMemory.takeBack(address);
            CheckedMemory.takeBack(target);
            unmap(address, bytes);
            return target;
        }
        try {
            long moved = (long) CALLS.remap().invokeExact(address, bytes, newBytes, REMAP_MAY_MOVE_FIXED, target);
            if (moved == target) {
                return target;
            }
            unmap(CALLS, target, newBytes);
            return 0;
        }
        catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Whether pages take memory only when they are touched. */
    public static boolean isLazy()
    {
        return CALLS != null;
    }
}
