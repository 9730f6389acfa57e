package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.Nickname;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program reads back to act upon comes back as it was written, whatever it looks like. */
class KeptNamesTest {

    private static final RunKey RUN = RunKey.adhoc(9);

    @Provide
    static Arbitrary<String> nicknames() {
        var words = Arbitraries.of("Basic", "Bearer", "basic", "monthly", "2026", "of", "news", "token", "=",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.x", "password: secret99", "Müller", "a/b@c", "&#39", "  ", "\t");
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join(" ", list))
                .map(text -> text.substring(0, Math.min(text.length(), Nickname.MAX_LENGTH)))
                .filter(Nickname::isValid);
    }

    @Property(tries = 500)
    void everyLegalNicknameComesBack(@ForAll("nicknames") String nickname) {
        comesBack(new Command.ChangeNickname(RUN, nickname), named(nickname));
        comesBack(new Command.Close(RUN, Optional.empty(), Optional.of(nickname)), named(nickname));
    }

    @Property(tries = 500)
    void everyNameOfAServerComesBackEvenIfItIsNoText(@ForAll String name) {
        comesBack(new Command.Distribute(RUN), named(name));
    }

    @Test
    void halvesOfSurrogatePairsComeBack() {
        comesBack(new Command.Distribute(RUN), named("half \ud83d, other half \ude00, whole \ud83d\ude00"));
    }

    @Test
    void anOpenIntentWithANameThatLooksLikeACredentialIsFoundAtTheNextStart(@TempDir Path folder) {
        var time = new ManualTime();
        JournalEntry.Intent intent;
        try (var journal = Journal.open(folder, time)) {
            intent = JournalEntries.intent(journal.lease(), new Command.ChangeNickname(RUN, "Basic monthly 2026"),
                    named("Bearer of news"));
            journal.begin(intent);
        }
        try (var journal = Journal.open(folder, time)) {
            assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
        }
    }

    @Test
    void freeTextLosesItsCredentials() {
        var notice = JournalEntries.notice("n", Map.of("reason", "Bearer " + Secrets.RENEWED_TOKEN, "now",
                "Basic monthly 2026"));
        assertThat(JournalLine.of(notice, JournalLine.NO_LINE).entry()).hasValueSatisfying(entry -> assertThat(
                ((JournalEntry.Notice) entry).details()).containsEntry("reason", "Bearer [removed]")
                .containsEntry("now", "Basic monthly 2026"));
    }

    private static void comesBack(Command command, AdhocBillRun before) {
        var intent = JournalEntries.intent(UUID.randomUUID(), command, before);
        assertThat(JournalLine.of(intent, JournalLine.NO_LINE).entry()).contains(intent);
    }

    private static AdhocBillRun named(String name) {
        var run = SampleRuns.adhoc(RUN.id(), RunStatus.Known.OPEN, Stage.Known.PROPERTIES,
                OptionalInt.empty());
        return new AdhocBillRun(run.id(), Optional.of(name), Optional.of(name), run.created(), run.invoiceDate(),
                run.status(), run.stage(), run.percentage(), run.closedBy(), run.revenue(),
                run.adhocProductInventoryIds(), run.rentalProductInventoryIds());
    }
}
