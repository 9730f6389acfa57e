package org.billrunconsole.journal.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.PlanJson;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.LogCapture;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SamplePlans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of plans that a crash has cut, that a later version has written, and that are none of ours. */
class DamagedPlanFilesTest {

    private final Plan plan = SamplePlans.small(JournalEntries.TIME, 7);

    @TempDir
    private Path folder;

    private UUID dead;
    private Journal journal;
    private PlanFiles plans;

    /** A plan that a console has left, seen by the next one. */
    @BeforeEach
    void leave() {
        try (var earlier = Journal.open(folder, new ManualTime())) {
            dead = earlier.lease();
            new PlanFiles(earlier).create(plan, SamplePlans.claim(dead));
        }
        journal = Journal.open(folder, new ManualTime());
        plans = new PlanFiles(journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Path file() {
        return folder.resolve("plans").resolve(plan.id() + ".jsonl");
    }

    private PlanEvent.Claimed claim() {
        return SamplePlans.claim(journal.lease());
    }

    @Test
    void aLineThatAKillHasCutAnywhereDoesNotCountAndTheNextOneStandsAlone() throws IOException {
        var before = Files.readAllBytes(file());
        plans.claim(plan.id(), claim());
        var claimed = Files.readAllBytes(file());
        plans.append(plan.id(), new PlanEvent.RunEnded(JournalEntries.TIME, SamplePlans.RUN, new RunVerdict(
                RunVerdict.Outcome.REFUSED,
                new StopReason.Failed(Action.CLOSE, "Rejected", "Geht nicht \u2013 \ud83e\udd96"))));
        var last = Arrays.copyOfRange(Files.readAllBytes(file()), claimed.length, (int) Files.size(file()));
        assertThat(last.length).isGreaterThan(200);
        for (var kept = 0; kept < last.length; kept++) {
            Files.write(file(), before);
            Files.write(file(), Arrays.copyOf(last, kept), StandardOpenOption.APPEND);
            assertThat(plans.open()).containsExactly(new Kept(plan, List.of(SamplePlans.claim(dead)), false, true));
            assertThat(plans.claim(plan.id(), claim())).isTrue();
            assertThat(Files.readAllBytes(file())).isEqualTo(claimed);
        }
    }

    @Test
    void anEndOfWhichOnlyTheLineEndIsMissingIsNoEnd() throws IOException {
        plans.claim(plan.id(), claim());
        plans.append(plan.id(), new PlanEvent.Ended(JournalEntries.TIME));
        assertThat(plans.open()).isEmpty();
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() - 1);
        }
        assertThat(plans.open()).extracting(Kept::hasEnded).containsExactly(false);
    }

    @Test
    void aPlanIsOverWhateverIsLearntOfItsRunsAfterwards() {
        plans.claim(plan.id(), claim());
        plans.append(plan.id(), new PlanEvent.Ended(JournalEntries.TIME));
        plans.append(plan.id(), new PlanEvent.RunEnded(JournalEntries.TIME, SamplePlans.RUN, RunVerdict.DONE));
        assertThat(plans.open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"kind\":\"postponed\",\"time\":\"2026-11-24T09:00:00Z\"}",
            "{\"kind\":\"runEnded\",\"time\":\"2026-11-24T09:00:00Z\",\"run\":{\"kind\":\"REGULAR\",\"id\":7},"
                    + "\"verdict\":{\"outcome\":\"STOPPED\",\"why\":{\"why\":\"plain\",\"reason\":\"FULL_MOON\"}}}",
            "{\"kind\":\"paused\",\"ti", "no JSON", "", "[]", "\u0000\u0000"})
    void aPlanWithALineThatIsNotUnderstoodIsShownAndNobodyGoesOnWithIt(String line) throws IOException {
        Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);
        var content = Files.readAllBytes(file());
        assertThat(plans.open()).containsExactly(new Kept(plan, List.of(SamplePlans.claim(dead)), false, false));
        assertThat(plans.claim(plan.id(), claim())).isFalse();
        assertThat(Files.readAllBytes(file())).isEqualTo(content);
    }

    @Test
    void filesThatAreNoPlansAreLeftAloneAndSaidOnce() throws IOException {
        var there = folder.resolve("plans");
        var foreign = new ArrayList<Path>();
        var line = PlanJson.write(plan);
        for (var content : List.of("", "\n", "not a plan\n", line, line + "\n", line.replace("\"v\":1", "\"v\":2")
                + "\n", "[".repeat(100_000) + "\n", "\u0000".repeat(100) + "\n", "{}\n", "{\"kind\":\"plan\"}\n")) {
            foreign.add(Files.writeString(there.resolve(UUID.randomUUID() + ".jsonl"), content));
        }
        // What a kill leaves of a plan that was just being kept, and what somebody else has put there.
        for (var name : List.of(UUID.randomUUID() + ".new", "notes.txt", "plan.jsonl", plan.id().toString()
                .toUpperCase(Locale.ROOT) + ".jsonl")) {
            foreign.add(Files.writeString(there.resolve(name), line + "\n"));
        }
        Files.createDirectory(there.resolve(UUID.randomUUID() + ".jsonl"));
        Files.createSymbolicLink(there.resolve(UUID.randomUUID() + ".jsonl"), file());
        var huge = there.resolve(UUID.randomUUID() + ".jsonl");
        try (var sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(PlanFile.LONGEST + 1);
        }
        var before = foreign.stream().map(DamagedPlanFilesTest::content).toList();
        try (var log = new LogCapture(PlanFiles.class.getName())) {
            assertThat(plans.open()).extracting(Kept::plan).containsExactly(plan);
            assertThat(plans.open()).extracting(Kept::plan).containsExactly(plan);
            assertThat(log.from(Level.WARN)).hasSize(13).allMatch(said -> said.contains("is left alone"));
        }
        for (var each : foreign) {
            var name = each.getFileName().toString();
            PlanFile.of(each).ifPresent(_ -> assertThat(plans.claim(UUID.fromString(name.replace(".jsonl", "")),
                    claim())).isFalse());
        }
        assertThat(foreign.stream().map(DamagedPlanFilesTest::content)).isEqualTo(before);
        assertThat(huge).hasSize(PlanFile.LONGEST + 1);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSecondPlanUnderTheNameOfOneThatIsThereIsNotKept() throws IOException {
        var before = content(file());
        assertThatThrownBy(() -> plans.create(plan, claim())).isInstanceOf(
                JournalException.class);
        assertThat(content(file())).isEqualTo(before);
    }
}
