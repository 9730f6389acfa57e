package org.billrunconsole.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.journal.format.JournalEntry.Intent;
import org.billrunconsole.journal.format.JournalEntry.Notice;
import org.billrunconsole.journal.format.JournalEntry.Outcome;
import org.billrunconsole.journal.format.JournalEntry.Verdict;

/** Entries for tests that need one and do not care about most of it. */
public final class JournalEntries {

    public static final Origin ORIGIN = new Origin("j.smith", "Production", "rest.example.com/v1");
    public static final Instant TIME = Instant.parse("2026-11-24T09:00:00Z");

    private JournalEntries() {}

    public static Intent intent(UUID owner, Command command, Run before) {
        return new Intent(UUID.randomUUID(), TIME, ORIGIN, owner, command, "", before,
                new WireRequest(command.run(), "PATCH", command.run().path(), WireRequest.JSON_PATCH, "[]"));
    }

    public static Intent intent(Command command, Run before) {
        return intent(UUID.randomUUID(), command, before);
    }

    public static Intent intent(UUID owner, long run) {
        var before = SampleRuns.openRun(run);
        return intent(owner, new Command.Close(before.key(), Optional.empty(), Optional.empty()), before);
    }

    public static Outcome outcome(Intent intent, Sending sending) {
        return new Outcome(intent.id(), ORIGIN, intent.command().run(), intent.command().action(),
                new Activity.Answer(TIME.plusSeconds(1), sending, OptionalInt.of(200), Duration.ofMillis(812),
                        Optional.of(intent.before()), "words"));
    }

    public static Verdict verdict(Intent intent, Finding finding) {
        return new Verdict(intent.id(), ORIGIN, intent.command().run(), intent.command().action(),
                new Activity.Conclusion(TIME.plusSeconds(2), finding, Optional.of(intent.before())));
    }

    public static Notice notice(String kind, Map<String, String> details) {
        return new Notice(UUID.randomUUID(), TIME, ORIGIN, Optional.empty(), kind, details);
    }
}
