package io.kvns.server.information;

import io.kvns.api.admin.ServerInformation;
import java.util.function.Consumer;

/**
 * A section of {@code INFO}.
 *
 * @param name the name in lower case
 * @param title the title above it
 * @param isDefault whether it is shown without being asked for
 * @param content adds the fields as they are now
 */
record InfoSection(String name, String title, boolean isDefault, Consumer<ServerInformation.Fields> content)
        implements ServerInformation.Section
{
    @Override
    public void write(ServerInformation.Fields fields)
    {
        content.accept(fields);
    }
}
