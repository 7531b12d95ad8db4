package io.kvns.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Appends events to a file, each at once. When the file was moved or removed, as tools that rotate logs do, it is made anew
 * within a second. A write that fails is reported to Logback's status and the next event tries again.
 */
final class FileAppender
        extends UnsynchronizedAppenderBase<ILoggingEvent>
{
    private static final long CHECK_MILLIS = 1000;

    private final Path file;
    private final Encoder<ILoggingEvent> encoder;
    private final Object lock = new Object();
    private OutputStream output;
    private Object fileKey;
    private long checkedMillis;

    /**
     * An appender to a file that is opened now.
     *
     * @throws IOException if the file cannot be opened
     */
    FileAppender(Path file, Encoder<ILoggingEvent> encoder)
            throws IOException
    {
        this.file = file;
        this.encoder = encoder;
        open();
    }

    private void open()
            throws IOException
    {
        output = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        fileKey = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    protected void append(ILoggingEvent event)
    {
        byte[] bytes = encoder.encode(event);
        synchronized (lock) {
            try {
                reopenIfMoved(event.getTimeStamp());
                output.write(bytes);
            }
            catch (IOException failed) {
                addError("cannot write to " + file, failed);
            }
        }
    }

    private void reopenIfMoved(long nowMillis)
            throws IOException
    {
        if (Math.abs(nowMillis - checkedMillis) < CHECK_MILLIS) {
            return;
        }
        checkedMillis = nowMillis;
        boolean moved = !Files.exists(file)
                || !Objects.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey(), fileKey);
        if (moved) {
            output.close();
            open();
        }
    }

    @Override
    public void stop()
    {
        super.stop();
        synchronized (lock) {
            try {
                output.close();
            }
            catch (IOException failed) {
                addError("cannot close " + file, failed);
            }
        }
    }
}
