package io.kvns.server.plugins;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Collects what is wrong with plugins, so that a start that is refused says everything at once. */
final class PluginProblems
{
    private final List<String> problems = new ArrayList<>();

    /** Notes a problem of a plugin or jar. */
    void add(String plugin, String problem)
    {
        problems.add(plugin.isEmpty() ? problem : plugin + ": " + problem);
    }

    /** Notes that something a plugin did ended with an exception or error. */
    void add(String plugin, String what, Throwable thrown)
    {
        add(plugin, what + " failed: " + describe(thrown));
    }

    void throwIfAny()
    {
        if (!problems.isEmpty()) {
            throw new PluginException(problems);
        }
    }

    /** What was thrown and its causes, in one line. */
    static String describe(Throwable thrown)
    {
        if (thrown instanceof OutOfMemoryError outOfMemory) {
            throw outOfMemory;
        }
        StringBuilder text = new StringBuilder();
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < 5; depth++) {
            if (!saysNothing(current)) {
                text.append(text.isEmpty() ? "" : ", caused by ").append(describeOne(current));
            }
            current = current.getCause();
        }
        return text.isEmpty() ? thrown.getClass().getName() : text.toString().replace('\n', ' ').replace('\r', ' ');
    }

    private static boolean saysNothing(Throwable thrown)
    {
        boolean wrapper = thrown instanceof ExceptionInInitializerError || thrown instanceof InvocationTargetException;
        return wrapper && thrown.getCause() != null;
    }

    private static String describeOne(Throwable thrown)
    {
        if (thrown instanceof UnsupportedClassVersionError) {
            return "it needs a newer Java than this server has (" + thrown.getMessage() + ")";
        }
        if (thrown instanceof IncompatibleClassChangeError) {
            return "it was built for another version of kvns-api (" + thrown + ")";
        }
        if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
            return "the class " + String.valueOf(thrown.getMessage()).replace('/', '.') + " is missing";
        }
        if (thrown instanceof ServiceConfigurationError) {
            return String.valueOf(thrown.getMessage()).replace("io.kvns.api.CommandPlugin: ", "");
        }
        return thrown.toString();
    }
}
