package io.kvns.server.store;

import io.kvns.api.CustomType;
import java.util.List;

/** The types of values that plugins define; a record names its type by the place in this list. */
public final class CustomTypes
{
    private final List<CustomType> types;

    /** The types of all plugins. */
    public CustomTypes(List<CustomType> types)
    {
        this.types = List.copyOf(types);
    }

    /** The number of a type, which is known by being the very object that its plugin declared. */
    @SuppressWarnings("ReferenceEquality")
    public int number(CustomType type)
    {
        for (int index = 0; index < types.size(); index++) {
            if (types.get(index) == type) {
                return index;
            }
        }
        throw new IllegalArgumentException("the type " + type.name() + " is not among those that a plugin declared");
    }

    /** Whether a type has a number. */
    @SuppressWarnings("ReferenceEquality") // a type is an object that a plugin made once; two with the same name are two types
    public boolean is(CustomType type, int number)
    {
        return types.get(number) == type;
    }

    /** The type with a number. */
    public CustomType type(int number)
    {
        return types.get(number);
    }
}
