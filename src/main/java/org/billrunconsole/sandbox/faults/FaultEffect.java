package org.billrunconsole.sandbox.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.PatchOperation;

/** What goes wrong with a request when a {@link Fault} strikes it. */
public sealed interface FaultEffect {

    /** Whether the trouble comes before the request does its work or after it; a write has been applied by then. */
    enum Moment {
        BEFORE, AFTER
    }

    /** The request waits so long, in real time whatever the sandbox's clock says. */
    record Latency(Duration delay, Moment moment) implements FaultEffect {

        public Latency {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("Nothing takes " + delay);
            }
        }
    }

    /** The request waits until {@link Faults#releaseHeld}. */
    record Hold(Moment moment) implements FaultEffect {}

    /** The connection is closed without an answer. */
    record Drop(Moment moment) implements FaultEffect {}

    /**
     * An error is answered, with the body the vendor describes.
     *
     * @param status     400 to 599
     * @param retryAfter sent as a header in whole seconds
     */
    record ErrorStatus(int status, Optional<Duration> retryAfter, Moment moment) implements FaultEffect {

        public ErrorStatus {
            requireStatus(status, 400);
        }

        public ErrorStatus(int status, Moment moment) {
            this(status, Optional.empty(), moment);
        }
    }

    /**
     * A page for people instead of JSON, as proxies send it.
     *
     * @param status 200 to 599
     */
    record HtmlPage(int status, Moment moment) implements FaultEffect {

        public HtmlPage {
            requireStatus(status, 200);
        }
    }

    /** The answer breaks off in the middle of its JSON; the work is done. */
    record BrokenJson() implements FaultEffect {}

    /**
     * Members of the answer are null, as those may be that {@code fields} does not ask for.
     *
     * @param fields their names; empty for all but {@code id} and {@code customerId}
     */
    record NullFields(Set<String> fields) implements FaultEffect {

        public NullFields {
            fields = Set.copyOf(fields);
        }
    }

    /** Every token issued so far is no longer valid, that of the request included. */
    record ExpireTokens() implements FaultEffect {}

    /** A colleague patches the run just before the request; nothing happens where the API would refuse that patch. */
    record ColleagueFirst(List<PatchOperation> patch) implements FaultEffect {

        public ColleagueFirst {
            patch = List.copyOf(patch);
        }
    }

    /**
     * The stage stops at a percentage and stays there until {@link Faults#resume}. Strikes a patch that asks for the
     * stage or, for one that the system enters by itself, for DISTRIBUTION.
     *
     * @param percent 0 to 99
     */
    record StallStage(Stage.Known stage, int percent) implements FaultEffect {

        public StallStage {
            if (stage == Stage.Known.PROPERTIES || stage == Stage.Known.FINISHED || stage == Stage.Known.STARTING) {
                throw new IllegalArgumentException("No patch leads to work in " + stage);
            }
            if (percent < 0 || percent > 99) {
                throw new IllegalArgumentException("A stage stalls at 0 to 99 percent, not " + percent);
            }
        }
    }

    private static void requireStatus(int status, int least) {
        if (status < least || status > 599) {
            throw new IllegalArgumentException("A status is " + least + " to 599, not " + status);
        }
    }
}
