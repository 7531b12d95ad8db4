package io.kvns.api.admin;

import java.util.List;

/** What {@code INFO} tells of the server. */
@FunctionalInterface
public interface ServerInformation
{
    /** The sections, in the order in which {@code INFO} shows them. */
    List<Section> sections();

    /** A section of {@code INFO}. */
    interface Section
    {
        /** The name in lower case, as users ask for it. */
        String name();

        /** The title above the section. */
        String title();

        /** Whether {@code INFO} shows it without being asked for it. */
        boolean isDefault();

        /** Adds the section's fields as they are now. */
        void write(Fields fields);
    }

    /** Takes the fields of a section. */
    interface Fields
    {
        /** Adds a field. */
        void add(String name, String value);

        /** Adds a field that is an integer. */
        void add(String name, long value);
    }
}
