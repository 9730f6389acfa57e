package org.billrunconsole.updates;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks at most once a day, however often the program starts, whether there is a newer version, and tells of it. Nothing
 * is downloaded, and nobody is told that there was no answer but the log.
 */
public final class UpdateCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateCheck.class);

    /** The start has other things to do. */
    static final Duration FIRST_AFTER = Duration.ofSeconds(30);
    static final Duration AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration AT_MOST_EVERY = Duration.ofDays(1);

    private final VersionFile newest;
    private final ProductVersion current;
    private final SettingsStore settings;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Consumer<ProductVersion> newer;
    private volatile Optional<Cancellable> next = Optional.empty();
    private volatile boolean closed;

    /**
     * @param current which version this is
     * @param newer   told of a newer one, off the window's thread
     */
    public UpdateCheck(VersionFile newest, ProductVersion current, SettingsStore settings, Scheduler scheduler,
            InstantSource clock, Consumer<ProductVersion> newer) {
        this.newest = newest;
        this.current = current;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.newer = newer;
    }

    /** Asks soon, and from then on every day. */
    public void begin() {
        later(FIRST_AFTER);
    }

    private void later(Duration delay) {
        if (!closed) {
            next = Optional.of(scheduler.after(delay, this::look));
        }
    }

    private void look() {
        try {
            // Kept before the server is asked, so that one that does not answer is left alone for a day too.
            if (settings.claimUpdateCheck(clock.instant(), AT_MOST_EVERY)) {
                var found = newest.read();
                if (found.compareTo(current) > 0 && !closed) {
                    newer.accept(found);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("Nobody said whether there is a newer version: {}", e.toString());
        } finally {
            later(AGAIN_AFTER);
        }
    }

    @Override
    public void close() {
        closed = true;
        next.ifPresent(Cancellable::cancel);
    }
}
