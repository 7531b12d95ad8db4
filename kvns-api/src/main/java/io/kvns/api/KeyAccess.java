package io.kvns.api;

import static io.kvns.api.KeyFlag.ACCESS;
import static io.kvns.api.KeyFlag.DELETE;
import static io.kvns.api.KeyFlag.INSERT;
import static io.kvns.api.KeyFlag.OW;
import static io.kvns.api.KeyFlag.RM;
import static io.kvns.api.KeyFlag.RO;
import static io.kvns.api.KeyFlag.RW;
import static io.kvns.api.KeyFlag.UPDATE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What happens to a key: a set of {@link KeyFlag}s. Locks, access control and key look-ups derive from it. */
public record KeyAccess(Set<KeyFlag> flags)
{
    /** The value reaches the client: GET. */
    public static final KeyAccess READ = of(RO, ACCESS);
    /** Only something about the key is read: EXISTS, TTL, STRLEN. */
    public static final KeyAccess INSPECT = of(RO);
    /** The value is read and changed: INCR returns the new value, GETEX. */
    public static final KeyAccess READ_UPDATE = of(RW, ACCESS, UPDATE);
    /** The value is changed without being shown: SETRANGE. */
    public static final KeyAccess UPDATE_ONLY = of(RW, UPDATE);
    /** Data are added: APPEND, LPUSH. */
    public static final KeyAccess ADD = of(RW, INSERT);
    /** The value is replaced whole: SET. */
    public static final KeyAccess OVERWRITE = of(OW, UPDATE);
    /** The key is removed: DEL. */
    public static final KeyAccess REMOVE = of(RM, DELETE);
    /** The value is shown and parts of it, or all, deleted: LPOP, GETDEL. */
    public static final KeyAccess READ_DELETE = of(RW, ACCESS, DELETE);
    /** Parts of the value are deleted unseen: HDEL. */
    public static final KeyAccess DELETE_ONLY = of(RW, DELETE);

    /** An access with exactly these flags. */
    public KeyAccess
    {
        flags = Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /** An access with exactly these flags. */
    public static KeyAccess of(KeyFlag first, KeyFlag... others)
    {
        return new KeyAccess(EnumSet.of(first, others));
    }

    /** The same access with more flags. */
    public KeyAccess and(KeyFlag... others)
    {
        EnumSet<KeyFlag> all = EnumSet.copyOf(flags);
        Collections.addAll(all, others);
        return new KeyAccess(all);
    }
}
