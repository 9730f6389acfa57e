package org.billrunconsole.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;

/** An event that the operator is told about, whatever they are doing. It holds values, not words. */
public sealed interface Notice {

    /** When it was noticed. */
    Instant time();

    RunKey run();

    /** What kind of notice it is: the end of a message key, and the name it is kept under. */
    String kind();

    /** What the words need, in the API's form, to be kept. */
    Map<String, String> details();

    /** The server's work in a stage is done, and it is a person's turn. */
    record StageEnded(Instant time, RunKey run, Stage stage) implements Notice {

        @Override
        public String kind() {
            return "stage-ended";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("stage", stage.wire());
        }
    }

    /**
     * A run is through.
     *
     * @param took    from distribution to the end; empty if the console did not see distribution begin
     * @param revenue whole units of the currency
     */
    record RunFinished(Instant time, RunKey run, Optional<Duration> took, OptionalLong revenue) implements Notice {

        @Override
        public String kind() {
            return "run-finished";
        }

        @Override
        public Map<String, String> details() {
            var details = new LinkedHashMap<String, String>();
            took.ifPresent(length -> details.put("took", length.toString()));
            revenue.ifPresent(sum -> details.put("revenue", Long.toString(sum)));
            return details;
        }
    }

    /** What came of a change that was not answered for is known now. */
    record OutcomeFound(Instant time, Command command, Instant begun, Finding finding) implements Notice {

        @Override
        public RunKey run() {
            return command.run();
        }

        @Override
        public String kind() {
            return "outcome-found";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("action", command.action().name(), "finding", finding.name(), "begun", begun.toString());
        }
    }

    /** Nothing changes in a run any more. */
    record Stalled(Instant time, Stall stall) implements Notice {

        @Override
        public RunKey run() {
            return stall.run();
        }

        @Override
        public String kind() {
            return "stalled";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("stage", stall.stage().wire(), "since", stall.since().toString());
        }
    }

    /**
     * The selected run was changed, and not by this console.
     *
     * @param changes what was changed
     * @param certain false if it may have been the server by itself
     */
    record ChangedElsewhere(Instant time, RunKey run, List<FieldChange> changes, boolean certain) implements Notice {

        public ChangedElsewhere {
            changes = List.copyOf(changes);
        }

        @Override
        public String kind() {
            return "changed-elsewhere";
        }

        @Override
        public Map<String, String> details() {
            var details = new LinkedHashMap<String, String>();
            changes.forEach(change -> details.put(change.field(), change.before() + " > " + change.now()));
            return details;
        }
    }
}
