package io.kvns.server.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The lines that describe an exception with its causes, frames that a cause shares with what it caused left out. */
final class StackTrace
{
    private static final int MOST_LINES = 500;

    private final List<String> lines = new ArrayList<>();
    private final Set<IThrowableProxy> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private StackTrace()
    {
    }

    static List<String> of(IThrowableProxy exception)
    {
        StackTrace trace = new StackTrace();
        trace.add(exception, "", "");
        return trace.lines;
    }

    private void add(IThrowableProxy exception, String indent, String title)
    {
        if (lines.size() > MOST_LINES || !seen.add(exception)) {
            return;
        }
        StringBuilder head = new StringBuilder(indent).append(title);
        PlainText.append(head, exception.getClassName());
        if (exception.getMessage() != null) {
            head.append(": ");
            PlainText.append(head, exception.getMessage());
        }
        lines.add(head.toString());
        StackTraceElementProxy[] frames = exception.getStackTraceElementProxyArray();
        int own = frames.length - exception.getCommonFrames();
        for (int index = 0; index < own && lines.size() < MOST_LINES; index++) {
            lines.add(indent + "    " + frames[index].getSTEAsString());
        }
        if (own < frames.length) {
            lines.add(indent + "    ... " + exception.getCommonFrames() + " more");
        }
        for (IThrowableProxy suppressed : exception.getSuppressed()) {
            add(suppressed, indent + "    ", "Suppressed: ");
        }
        if (exception.getCause() != null) {
            add(exception.getCause(), indent, "Caused by: ");
        }
    }
}
