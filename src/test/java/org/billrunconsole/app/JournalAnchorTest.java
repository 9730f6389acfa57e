package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.LastLine;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.journal.Verification.Missing;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAnchorTest {

    /** A key store that counts how often it was asked, and may be locked. */
    private static final class Watched implements SecretStore {

        private final MemorySecretStore inside = new MemorySecretStore();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean locked;

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Optional<char[]> find(Key key) {
            return locked ? Optional.empty() : inside.find(key);
        }

        @Override
        public Answer ask(Key key) {
            var answer = locked ? new Answer.Unknown() : inside.ask(key);
            asked.incrementAndGet();
            return answer;
        }

        @Override
        public boolean keep(Key key, char[] secret) {
            return inside.keep(key, secret);
        }

        @Override
        public void forget(Key key) {
            inside.forget(key);
        }
    }

    private final ManualTime time = new ManualTime();
    private final Watched secrets = new Watched();
    @TempDir
    private Path folder;

    private Journal open() {
        return Journal.open(folder, time);
    }

    private JournalAnchor anchor(Journal journal) {
        return new JournalAnchor(journal, secrets, folder);
    }

    private Optional<LastLine> kept() {
        return secrets.inside.find(JournalAnchor.key(folder)).map(String::new).flatMap(LastLine::parse);
    }

    private static void add(Journal journal, int lines) {
        for (var line = 0; line < lines; line++) {
            journal.note(JournalEntries.notice("stage-ended", Map.of("line", Integer.toString(line))));
        }
    }

    /** Writes lines and anchors the last. */
    private LastLine write(int lines) {
        try (var journal = open(); var anchor = anchor(journal)) {
            add(journal, lines);
            anchor.look();
            var last = journal.lastLine();
            // It is only kept once the one before has been found where it was.
            await().until(() -> kept().equals(Optional.of(last)));
            assertThat(journal.damage()).isEmpty();
            return last;
        }
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    /** As somebody does who knows of the head, but cannot reach the key store. */
    private Missing takeAwayAllBut(int lines) throws IOException {
        Files.write(file(), Files.readAllLines(file()).subList(0, lines));
        Files.delete(folder.resolve("journal.head"));
        return new Missing(file().getFileName().toString(), lines);
    }

    /** What the next start misses. */
    private Verification missed() throws InterruptedException {
        try (var journal = open()) {
            var told = new LinkedBlockingQueue<Verification>();
            journal.addDamageListener(told::add);
            anchor(journal).look();
            return Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS), "Nothing was missed");
        }
    }

    @Test
    void aJournalThatHasOnlyGrownIsInOrder() {
        write(5);
        assertThat(write(2).count()).isEqualTo(7);
    }

    @Test
    void linesTakenAwayTogetherWithTheHeadAreMissedAtEveryStart() throws Exception {
        write(5);
        var missing = takeAwayAllBut(3);
        assertThat(missed()).isEqualTo(missing);
        assertThat(missed()).as("what was found amiss is not taken for the new state").isEqualTo(missing);
    }

    @Test
    void aKeyStoreThatDoesNotAnswerIsNotTakenForOneWithoutAnAnchor() throws Exception {
        var anchored = write(5);
        var missing = takeAwayAllBut(3);
        secrets.locked = true;
        try (var journal = open(); var anchor = anchor(journal)) {
            var before = secrets.asked.get();
            anchor.look();
            await().until(() -> secrets.asked.get() == before + 1);
            anchor.look();
            // The first look has ended where the second one begins.
            await().until(() -> secrets.asked.get() == before + 2);
            assertThat(kept()).contains(anchored);

            secrets.locked = false;
            anchor.look();
            await().until(() -> journal.damage().isPresent());
            assertThat(journal.damage()).contains(missing);
        }
        assertThat(kept()).contains(anchored);
    }

    @Test
    void onceLinesAreMissedEveryLookAtTheJournalSaysSo() throws Exception {
        write(5);
        var missing = takeAwayAllBut(3);
        try (var journal = open(); var anchor = anchor(journal)) {
            anchor.look();
            await().until(() -> journal.damage().isPresent());
            assertThat(journal.verify()).isEqualTo(missing);
            try (var other = open()) {
                assertThat(other.verify()).as("by another session of this process").isEqualTo(missing);
            }
        }
    }

    @Test
    void whereAsManyLinesAreThereTheOneThatIsNotTheAnchoredOneIsNamed() throws Exception {
        write(5);
        takeAwayAllBut(3);
        try (var journal = open()) {
            add(journal, 4);
        }
        assertThat(missed()).isEqualTo(new Altered(file().getFileName().toString(), 5, How.CHAIN));
    }

    @Test
    void anAnchorOfTheVersionBeforeIsComparedAndMadeAnew() throws Exception {
        var last = write(5);
        secrets.keep(JournalAnchor.key(folder), last.hash().toCharArray());
        assertThat(write(0)).isEqualTo(last);

        secrets.keep(JournalAnchor.key(folder), last.hash().toCharArray());
        var missing = takeAwayAllBut(3);
        assertThat(missed()).isEqualTo(missing);
    }

    @Test
    void whatIsWrittenLastBeforeClosingIsMissedToo() throws Exception {
        try (var journal = open(); var anchor = anchor(journal)) {
            add(journal, 1);
            anchor.look();
            await().until(() -> kept().isPresent());
            add(journal, 4);
        }
        await().until(() -> kept().filter(last -> last.count() == 5).isPresent());
        var missing = takeAwayAllBut(4);
        assertThat(missed()).isEqualTo(missing);
    }

    private ConnectionServices connect() {
        var base = URI.create("http://127.0.0.1:9/v1");
        var services = new ConnectionServices(new Connection("Test", ConnectionKind.TEST, base),
                ClientOptions.of(base),
                TokenSource.fixed("none"), () -> "j.smith", folder, false, true, Optional.empty(), time, time,
                ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
        services.anchorJournal(secrets, folder);
        services.resumeOpen();
        return services;
    }

    @Test
    void aConnectionComparesWhenItIsOpenedAndAnchorsWhenItIsLeft() throws Exception {
        write(5);
        try (var services = connect()) {
            services.activityLog().record(time.instant(), "changes-switched-on", Map.of());
        }
        await().until(() -> kept().filter(last -> last.count() == 6).isPresent());

        var file = file().getFileName().toString();
        takeAwayAllBut(4);
        try (var services = connect()) {
            // No time goes by.
            time.advance(Duration.ZERO);
            await().until(() -> services.activityLog().damage().isPresent());
            assertThat(services.activityLog().damage()).contains(new ActivityLog.Verdict.Missing(file, 4));
            assertThat(services.activityLog().verify()).isEqualTo(new ActivityLog.Verdict.Missing(file, 4));
        }
    }
}
