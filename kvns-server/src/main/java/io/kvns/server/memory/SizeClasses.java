package io.kvns.server.memory;

/**
 * The block sizes that an allocator gives out from slabs.
 *
 * <p>Up to 512 bytes each multiple of 8 is a class, up to 2,048 each multiple of 64, up to 8,192 each multiple of 256: a block
 * is at most 7 bytes, an eighth, and an eighth larger than asked for.
 */
final class SizeClasses
{
    /** The largest size that comes from a slab of its class. */
    static final int LARGEST_BYTES = 8192;

    private static final int FINE_LIMIT = 512;
    private static final int MIDDLE_LIMIT = 2048;
    private static final int FINE_CLASSES = FINE_LIMIT / 8;
    private static final int MIDDLE_CLASSES = (MIDDLE_LIMIT - FINE_LIMIT) / 64;
    private static final int COARSE_CLASSES = (LARGEST_BYTES - MIDDLE_LIMIT) / 256;

    /** How many classes there are. */
    static final int COUNT = FINE_CLASSES + MIDDLE_CLASSES + COARSE_CLASSES;

    private SizeClasses()
    {
    }

    /** The class whose blocks are the smallest that hold {@code bytes}, {@code 0 < bytes <= LARGEST_BYTES}. */
    static int classOf(long bytes)
    {
        if (bytes <= FINE_LIMIT) {
            return (int) ((bytes + 7) >>> 3) - 1;
        }
        if (bytes <= MIDDLE_LIMIT) {
            return FINE_CLASSES + (int) ((bytes - FINE_LIMIT + 63) >>> 6) - 1;
        }
        return FINE_CLASSES + MIDDLE_CLASSES + (int) ((bytes - MIDDLE_LIMIT + 255) >>> 8) - 1;
    }

    /** The size of a class's blocks. */
    static int bytesOf(int sizeClass)
    {
        if (sizeClass < FINE_CLASSES) {
            return (sizeClass + 1) << 3;
        }
        if (sizeClass < FINE_CLASSES + MIDDLE_CLASSES) {
            return FINE_LIMIT + ((sizeClass - FINE_CLASSES + 1) << 6);
        }
        return MIDDLE_LIMIT + ((sizeClass - FINE_CLASSES - MIDDLE_CLASSES + 1) << 8);
    }
}
