package org.billrunconsole.journal.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines of a journal are a run's, and what of the others is kept. */
class ExcerptReaderTest {

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    private void write(long... runs) {
        try (var journal = Journal.open(folder, time)) {
            for (var run : runs) {
                var intent = JournalEntries.intent(journal.lease(), run);
                journal.begin(intent);
                journal.record(JournalEntries.outcome(intent, Sending.TAKEN));
                journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));
            }
        }
    }

    private Excerpt read(long run) {
        return ExcerptReader.read(folder, RunKey.regular(run), Instant.MIN);
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    @Test
    void holdsTheLinesOfTheRunAndTheHashesFromTheOneBeforeTheFirstToTheLast() throws IOException {
        write(8, 7, 77, 7, 8);
        var excerpt = read(7);
        assertThat(excerpt.links()).hasSize(10).extracting(ChainLink::number).containsExactly(3L, 4L, 5L, 6L, 7L, 8L,
                9L, 10L, 11L, 12L);
        assertThat(excerpt.links()).extracting(link -> link.line().isPresent()).containsExactly(false, true, true,
                true, false, false, false, true, true, true);
        var lines = Files.readAllLines(file());
        assertThat(excerpt.lines()).extracting(JournalLine::text).containsExactlyElementsOf(
                Stream.concat(lines.subList(3, 6).stream(), lines.subList(9, 12).stream()).toList());
        assertThat(excerpt.last().count()).isEqualTo(15);
        for (var each = 1; each < excerpt.links().size(); each++) {
            var before = excerpt.links().get(each - 1).hash();
            assertThat(excerpt.links().get(each).line().flatMap(JournalLine::previous).orElse(before)).isEqualTo(
                    before);
        }
    }

    @Test
    void putsTheLinesOfOneActivityTogether() {
        write(7, 7);
        assertThat(read(7).activities()).hasSize(2).allSatisfy(
                activity -> assertThat(((Activity.Write) activity).conclusion().orElseThrow().finding()).isEqualTo(
                        Finding.APPLIED));
    }

    @Test
    void ofARunThatTheJournalDoesNotKnowNothingIsHeld() {
        write(8);
        assertThat(read(7).links()).isEmpty();
        assertThat(read(7).last().count()).isEqualTo(3);
    }

    @Test
    void whatWasWrittenBeforeIsOfAnotherRunOfThatNumber() {
        write(7);
        assertThat(ExcerptReader.read(folder, RunKey.regular(7), JournalEntries.TIME.plusSeconds(60)).links())
                .isEmpty();
    }

    @Test
    void anAdhocRunOfTheSameNumberIsAnotherOne() {
        write(7);
        assertThat(ExcerptReader.read(folder, RunKey.adhoc(7), Instant.MIN).links()).isEmpty();
    }

    @Test
    void aLineOfTheRunThatWasAlteredIsHeldAllTheSame() throws IOException {
        write(7);
        var text = Files.readString(file());
        Files.writeString(file(), text.replaceFirst("j.smith", "j.smyth"));
        assertThat(read(7).lines()).hasSize(3).extracting(JournalLine::isWhole).containsExactly(false, true, true);
    }

    @Test
    void aTornLineIsNoPartOfTheChain() throws IOException {
        write(7);
        Files.writeString(file(), Files.readString(file()) + "{\"kind\":\"intent\",\"id\":\"7", StandardCharsets.UTF_8);
        try (var journal = Journal.open(folder, time)) {
            journal.note(JournalEntries.notice("changes-switched-on", Map.of()));
        }
        write(7);
        assertThat(read(7).links()).extracting(ChainLink::number).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 8L, 9L);
        assertThat(Optional.of(read(7).last().count())).contains(8L);
    }
}
