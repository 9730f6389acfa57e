package org.billrunconsole.domain.write;

import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;

/** What is known of a write after it was handed to the network once. */
public sealed interface WriteOutcome {

    /** The server answered 200 with the run. Whether the started step is done is another question: read the run. */
    record Applied(Run run) implements WriteOutcome {}

    /** The server said no; nothing changed. */
    record Refused(Failure failure) implements WriteOutcome {}

    /** The request certainly never left this machine. */
    record NotSent(Failure failure) implements WriteOutcome {}

    /** The request may have arrived, and no answer says what came of it. Never send it again: read, compare, decide. */
    record OutcomeUnknown(Failure failure) implements WriteOutcome {}
}
