package org.billrunconsole.sandbox.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The sandbox's only source of time. Where a run stands is computed from it, so a stopped clock stops all runs. */
public interface SandboxClock extends InstantSource {

    /** The zone in which "today" and the hour of an automatic close are meant. */
    ZoneId zone();

    default LocalDate today() {
        return LocalDate.ofInstant(instant(), zone());
    }

    /** The machine's clock in its own time zone. */
    static SandboxClock system() {
        return of(InstantSource.system(), ZoneId.systemDefault());
    }

    /** Another clock, for example the one the rest of a test runs on. */
    static SandboxClock of(InstantSource source, ZoneId zone) {
        return new SandboxClock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public ZoneId zone() {
                return zone;
            }
        };
    }

    /** A clock in UTC that stands still until it is told to move. */
    static Manual manual(Instant start) {
        return new Manual(start);
    }

    /** A clock that a test holds. */
    final class Manual implements SandboxClock {

        private final AtomicReference<Instant> now;

        private Manual(Instant start) {
            now = new AtomicReference<>(start);
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        /** @throws IllegalArgumentException if asked to go back */
        public void advance(Duration by) {
            if (by.isNegative()) {
                throw new IllegalArgumentException("Time goes forward only, not by " + by);
            }
            now.updateAndGet(before -> before.plus(by));
        }
    }
}
