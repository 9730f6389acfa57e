package org.billrunconsole.support;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;

/**
 * Formats log events, message and stack trace alike, without secrets. Only an event's first line begins at the left, so
 * that a server's words with a line break in them cannot pass for an event of their own.
 */
final class RedactingLayout extends PatternLayout {

    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final int LONGEST_LINE = 10_000;

    @Override
    public String doLayout(ILoggingEvent event) {
        return Arrays.stream(BREAK.split(Redaction.of(super.doLayout(event)).stripTrailing()))
                .map(line -> DisplayText.line(line.strip(), LONGEST_LINE))
                .collect(Collectors.joining(System.lineSeparator() + "\t", "", System.lineSeparator()));
    }
}
