package org.billrunconsole.runs.write;

import java.time.Instant;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;

/** A write without a trustworthy answer, and how far it is known what came of it. */
public sealed interface UnansweredWrite {

    Command command();

    /** When it was begun, which is just before it was sent, if it was. */
    Instant begun();

    /** The run is locked, and read until it can be said. */
    record BeingFoundOut(Command command, Instant begun) implements UnansweredWrite {}

    /** It is known, but the journal cannot be written; the run is locked until it can. */
    record NotKeptYet(Command command, Instant begun, Finding finding) implements UnansweredWrite {}

    /** It is known and kept, and the run is not locked any more. */
    record FoundOut(Command command, Instant begun, Finding finding) implements UnansweredWrite {}
}
