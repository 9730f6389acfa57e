package org.billrunconsole.ui.rundetail.timeline;

import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;

/** Something that has happened to a run, or was said of it. */
sealed interface TimelineEntry {

    /** What somebody may look for. */
    enum Kind {
        /** What the server and this console did. */
        STEP,
        /** What changed, and not by this console. */
        OTHERS,
        /** What operators have looked at. */
        CHECK,
        /** What an operator has written down. */
        NOTE,
        /** What went wrong, or may have. */
        ERROR
    }

    Instant time();

    Kind kind();

    /** A change that was seen. */
    record Seen(RunEvent event) implements TimelineEntry {

        @Override
        public Instant time() {
            return event.time();
        }

        @Override
        public Kind kind() {
            return event.who() == Who.SOMEONE_ELSE || event.who() == Who.UNKNOWN
                    && event instanceof RunEvent.FieldChanged ? Kind.OTHERS : Kind.STEP;
        }
    }

    /** Somebody's word that they have looked. */
    record Looked(Acknowledgement given) implements TimelineEntry {

        @Override
        public Instant time() {
            return given.when();
        }

        @Override
        public Kind kind() {
            return Kind.CHECK;
        }
    }

    /** The note as it is. */
    record Noted(RunNote note) implements TimelineEntry {

        @Override
        public Instant time() {
            return note.when();
        }

        @Override
        public Kind kind() {
            return Kind.NOTE;
        }
    }

    /** What this console did to the run, and what came of it; or that the run stood still. */
    record Done(Activity activity) implements TimelineEntry {

        /** Under which the journal keeps that a run stands still. */
        private static final String STALLED = "stalled";

        /** What of the journal is not seen in the run's own changes. */
        static Optional<TimelineEntry> of(Activity activity) {
            return switch (activity) {
                case Activity.Write _ -> Optional.of(new Done(activity));
                case Activity.Note note -> note.kind().equals(STALLED) ? Optional.of(new Done(note)) : Optional.empty();
            };
        }

        @Override
        public Instant time() {
            return activity.time();
        }

        @Override
        public Kind kind() {
            return activity instanceof Activity.Write write && write.conclusion()
                    .filter(end -> end.finding() == Finding.APPLIED)
                    .isPresent() ? Kind.STEP : Kind.ERROR;
        }
    }
}
