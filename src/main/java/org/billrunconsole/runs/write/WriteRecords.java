package org.billrunconsole.runs.write;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.journal.format.JournalEntry.Intent;
import org.billrunconsole.journal.format.JournalEntry.Notice;
import org.billrunconsole.journal.format.JournalEntry.Outcome;
import org.billrunconsole.journal.format.JournalEntry.Verdict;
import org.billrunconsole.journal.format.JournalException;

/** Makes the journal's entries for the write path and writes them. */
public final class WriteRecords {

    private final WriteAheadLog log;
    private final Supplier<Origin> origin;
    private final InstantSource clock;

    /** @param origin asked for every line, since the user can change with a new sign-in */
    public WriteRecords(WriteAheadLog log, Supplier<Origin> origin, InstantSource clock) {
        this.log = log;
        this.origin = origin;
        this.clock = clock;
    }

    WriteAheadLog log() {
        return log;
    }

    /** An intent of this console, not written yet. */
    Intent intent(ConfirmedWrite write, Run before) {
        return new Intent(UUID.randomUUID(), clock.instant(), origin.get(), log.lease(), write.command(),
                write.reason(), before, write.request());
    }

    /** What came of sending an intent, not written yet. */
    Outcome outcome(Intent intent, WriteOutcome outcome, Duration took) {
        return new Outcome(intent.id(), origin.get(), intent.command().run(), intent.command().action(),
                answer(outcome, took));
    }

    /** That nothing of an intent was sent, and why; not written yet. */
    Outcome notSent(Intent intent, String why) {
        return new Outcome(intent.id(), origin.get(), intent.command().run(), intent.command().action(),
                new Activity.Answer(clock.instant(), Sending.NOT_SENT, OptionalInt.empty(), Duration.ZERO,
                        Optional.empty(), why));
    }

    /**
     * Writes that an action was stopped before it became an intent.
     *
     * @param why     the kind of note
     * @param details what the note needs, by name
     * @throws JournalException if it cannot be written
     */
    void stopped(Command command, String reason, String why, Map<String, String> details) {
        var all = new LinkedHashMap<>(details);
        all.put("action", command.action().name());
        if (!reason.isEmpty()) {
            all.put("reason", reason);
        }
        log.note(new Notice(UUID.randomUUID(), clock.instant(), origin.get(), Optional.of(command.run()), why, all));
    }

    /**
     * Writes a verdict; false if another console was first.
     *
     * @throws JournalException if it cannot be written
     */
    boolean conclude(Intent intent, Finding finding, Optional<Run> after) {
        return log.conclude(verdict(intent, finding, after));
    }

    private Verdict verdict(Intent intent, Finding finding, Optional<Run> after) {
        return new Verdict(intent.id(), origin.get(), intent.command().run(), intent.command().action(),
                new Activity.Conclusion(clock.instant(), finding, after));
    }

    /** True if an intent was meant for the server this console talks to. */
    boolean isForThisHost(Intent intent) {
        return ServerIdentity.of(intent.origin().host()).equals(ServerIdentity.of(origin.get().host()));
    }

    private Activity.Answer answer(WriteOutcome outcome, Duration took) {
        return switch (outcome) {
            case WriteOutcome.Applied(var run) -> new Activity.Answer(clock.instant(), Sending.TAKEN,
                    OptionalInt.of(200), took, Optional.of(run), "");
            case WriteOutcome.Refused(var failure) -> answer(Sending.REFUSED, failure, took);
            case WriteOutcome.NotSent(var failure) -> answer(Sending.NOT_SENT, failure, took);
            case WriteOutcome.OutcomeUnknown(var failure) -> answer(Sending.UNKNOWN, failure, took);
        };
    }

    private Activity.Answer answer(Sending sending, Failure failure, Duration took) {
        var said = said(failure);
        var details = failure.getClass().getSimpleName() + (said.isEmpty() ? "" : ": " + said);
        return new Activity.Answer(clock.instant(), sending, failure.exchange().status(), took, Optional.empty(),
                details);
    }

    private static String said(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden(_, var words) -> said(words);
            case Failure.Rejected(_, var words) -> said(words);
            case Failure.Conflict(_, var words) -> said(words);
            case Failure.ServerError(_, var words) -> said(words);
            case Failure.Unreachable(_, var cause, var detail) -> cause + " " + detail;
            case Failure.MalformedAnswer(_, var detail) -> detail;
            case Failure.Unexpected(_, var detail) -> detail;
            case Failure.NotSignedIn _,Failure.Unauthorised _,Failure.NotFound _,Failure.RateLimited _,Failure.TimedOut _,Failure.TooLarge _,Failure.ListTooLong _,Failure.Cancelled _ ->
                    "";
        };
    }

    private static String said(Failure.ServerWords words) {
        return words.message().or(words::error).orElse("");
    }
}
