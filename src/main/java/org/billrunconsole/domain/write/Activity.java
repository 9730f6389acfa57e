package org.billrunconsole.domain.write;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;

/** Something that happened on a connection and was kept, newest first in the Activity tab. */
public sealed interface Activity {

    UUID id();

    /** When it began. */
    Instant time();

    Origin origin();

    /** The run it is about, if it is about one. */
    Optional<RunKey> run();

    /**
     * One attempt to change a run, from its intent to its verdict.
     *
     * @param command    what was to be done
     * @param reason     why, in the operator's words; empty without one
     * @param before     the run as read just before
     * @param request    what was, or would have been, sent
     * @param answer     what came of sending it; empty if that was never recorded (the console ended in between)
     * @param conclusion the verdict; empty while it is being found out
     */
    record Write(UUID id, Instant time, Origin origin, Command command, String reason, Run before, WireRequest request,
            Optional<Answer> answer, Optional<Conclusion> conclusion) implements Activity {

        @Override
        public Optional<RunKey> run() {
            return Optional.of(command.run());
        }

        public Write with(Answer given) {
            return new Write(id, time, origin, command, reason, before, request, Optional.of(given), conclusion);
        }

        public Write with(Conclusion drawn) {
            return new Write(id, time, origin, command, reason, before, request, answer, Optional.of(drawn));
        }
    }

    /**
     * Something worth keeping that changed nothing by this console.
     *
     * @param kind    dotted name, the end of a message key
     * @param details what the message needs, by name
     */
    record Note(UUID id, Instant time, Origin origin, Optional<RunKey> run, String kind, Map<String, String> details)
            implements
            Activity {

        public Note {
            details = Map.copyOf(details);
        }
    }

    /** How the sending of a request ended. */
    enum Sending {
        /** The server answered that it took it. */
        TAKEN,
        /** The server said no. */
        REFUSED,
        /** It never left this machine. */
        NOT_SENT,
        /** It may have arrived. */
        UNKNOWN
    }

    /**
     * What came of sending.
     *
     * @param time    when it was known
     * @param status  HTTP status, if an answer came
     * @param took    how long the call took
     * @param run     the run as the answer held it
     * @param details what the server or the network said, without secrets; empty if nothing
     */
    record Answer(Instant time, Sending sending, OptionalInt status, Duration took, Optional<Run> run,
            String details) {}

    /**
     * The verdict.
     *
     * @param time  when it was found
     * @param after the run as read for it; empty where nothing had to be read
     */
    record Conclusion(Instant time, Finding finding, Optional<Run> after) {}
}
