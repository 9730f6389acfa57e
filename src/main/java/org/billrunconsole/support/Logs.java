package org.billrunconsole.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Writes the log: up to five files of 10 MiB, without secrets. */
public final class Logs implements AutoCloseable {

    private static final String FILE = "console.log";
    private static final String PATTERN = "%d{ISO8601} %-5level [%thread] %logger{36} - %msg%n";
    private static final long LARGEST = 10L << 20;
    private static final int OLD_FILES = 4;

    private final Path folder;
    private Runnable end = () -> {};

    /** @param folder where they lie; made if need be */
    public Logs(Path folder) {
        this.folder = folder;
    }

    /** The file that is written now. */
    public Path current() {
        return folder.resolve(FILE);
    }

    /**
     * Begins to write to the file, and takes secrets out of what goes to the terminal too. It takes some milliseconds
     * that the window need not wait for. A folder that cannot be written to costs only the file.
     */
    public void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            begin(context, LARGEST);
        }
    }

    /** Writes no more to the file. */
    @Override
    public void close() {
        end.run();
    }

    void begin(LoggerContext context, long largest) {
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<ILoggingEvent> console
                    && console.getEncoder() instanceof PatternLayoutEncoder plain) {
                console.setEncoder(encoder(context, plain.getPattern()));
            }
        });
        try {
            Files.createDirectories(folder);
            var file = file(context, largest);
            root.addAppender(file);
            end = () -> {
                root.detachAppender(file);
                file.stop();
            };
        } catch (IOException e) {
            root.warn("The log is not written to {}: {}", folder, e.getClass().getSimpleName());
        }
    }

    private RollingFileAppender<ILoggingEvent> file(LoggerContext context, long largest) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(current().toString());
        appender.setEncoder(encoder(context, PATTERN));
        var old = new NumberedFiles(current(), OLD_FILES);
        old.setContext(context);
        old.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(largest));
        size.setCheckIncrement(Duration.buildByMilliseconds(500));
        size.start();
        appender.setRollingPolicy(old);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context, String pattern) {
        var layout = new RedactingLayout();
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
