package org.billrunconsole.desktop;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages to a channel with control characters removed and lengths limited, and keeps its failures from the
 * caller.
 */
final class SystemNotices implements DesktopNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SystemNotices.class);
    private static final int LONGEST = 200;

    /** What breaks a line, turns it around or hides; the joiners of letters may stay. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s&&[^\u200C\u200D]]+");

    private final Channel channel;
    private final Set<Class<?>> logged = ConcurrentHashMap.newKeySet();

    SystemNotices(Channel channel) {
        this.channel = channel;
    }

    @Override
    public synchronized void show(String title, String text) {
        try {
            channel.show(oneLine(title), oneLine(text));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError e) {
            // There is no desktop, or none that takes messages: once is enough to say so.
            if (logged.add(e.getClass())) {
                LOG.warn("A message cannot be shown by the operating system: {}", e.toString());
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.debug("Closing the way to the operating system's messages failed", e);
        }
    }

    /** Names come from a server: no control characters, and no more than a message has room for. */
    static String oneLine(String text) {
        var line = UNFIT.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1))) + "…";
    }
}
