package org.billrunconsole.journal.format;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.journal.WriteAheadLog;

/** One line of the journal. */
public sealed interface JournalEntry {

    /** The intent it belongs to; a notice has an id of its own. */
    UUID id();

    /** When it was made. */
    Instant time();

    /** Who made it: for a verdict after a restart not the one who had the intent. */
    Origin origin();

    /**
     * What is about to be sent. On disk before anything leaves.
     *
     * @param lease  of the run of the console that wrote it, see {@link WriteAheadLog#lease}
     * @param reason why, in the operator's words; empty without one
     * @param before the run as read just before
     */
    record Intent(UUID id, Instant time, Origin origin, UUID lease, Command command, String reason, Run before,
            WireRequest request) implements JournalEntry {

        /** The activity that begins with it. */
        public Activity.Write activity() {
            return new Activity.Write(id, time, origin, command, reason, before, request, Optional.empty(),
                    Optional.empty());
        }
    }

    /** What came of sending it. */
    record Outcome(UUID id, Origin origin, RunKey run, Action action, Activity.Answer answer) implements JournalEntry {

        @Override
        public Instant time() {
            return answer.time();
        }
    }

    /** What it came to. Each intent gets exactly one. */
    record Verdict(UUID id, Origin origin, RunKey run, Action action, Activity.Conclusion conclusion)
            implements
            JournalEntry {

        @Override
        public Instant time() {
            return conclusion.time();
        }
    }

    /**
     * What a person says an intent came to that the console cannot read: its verdict.
     *
     * @param id     of that intent
     * @param origin the person
     * @param run    as far as the intent told it
     * @param reason how the person knows
     */
    record Ruling(UUID id, Instant time, Origin origin, Optional<RunKey> run, Finding finding, String reason)
            implements
            JournalEntry {

        /** All that can be shown of the intent that it ended. */
        public Activity.Note activity() {
            return new Activity.Note(id, time, origin, run, "ruling", Map.of("finding", finding.name(), "reason",
                    reason));
        }
    }

    /**
     * Something worth keeping that is no write: a stage ended, a run stalled, another operator was at work.
     *
     * @param kind    dotted name, the end of a message key
     * @param details what the message needs, by name
     */
    record Notice(UUID id, Instant time, Origin origin, Optional<RunKey> run, String kind, Map<String, String> details)
            implements
            JournalEntry {

        public Notice {
            details = Map.copyOf(details);
        }

        /** The activity that it is. */
        public Activity.Note activity() {
            return new Activity.Note(id, time, origin, run, kind, details);
        }
    }
}
