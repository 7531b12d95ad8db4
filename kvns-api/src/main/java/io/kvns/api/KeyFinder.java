package io.kvns.api;

/** Finds the keys of a request whose places no {@link KeySpec} can express, {@code SORT ... STORE destination} for example. */
@FunctionalInterface
public interface KeyFinder
{
    /** Takes what a finder finds. */
    interface Sink
    {
        /** Reports that the argument at an index is a key, and what happens to it. */
        void key(int index, KeyAccess access);
    }

    /**
     * Reports each key of a request; a request that is malformed in a way that hides its keys has none.
     *
     * @param arguments the whole request, the name first; never fewer than the command's arity asks for
     */
    void find(Arguments arguments, Sink sink);
}
