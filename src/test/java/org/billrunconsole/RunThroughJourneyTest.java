package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A whole month end from open runs to full invoices, with three runs to which something happens on the way. */
@ShowsWindow
class RunThroughJourneyTest {

    private static final int MOST_PRESSES = 12;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Hands hands = new Hands(new FxRobot());
    private final MonthEndConsole console = new MonthEndConsole(sandboxes, 1_000);
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        console.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void aMonthEndOf24RunsTakesADozenPressesAndStopsOnlyTheRunsToWhichSomethingHappens() {
        var open = console.runs().stream().filter(run -> run.status() == RunStatus.Known.OPEN).map(RunSnapshot::key)
                .toList();
        assertThat(open).hasSize(MonthEndConsole.OPEN_RUNS);
        var refused = open.get(3);
        var stalled = open.get(8);
        var unanswered = open.get(14);
        var faults = console.server().faults();
        faults.order(Fault.of(new FaultEffect.ErrorStatus(409, Moment.BEFORE)).onWrites().onRun(refused).once());
        faults.order(Fault.of(new FaultEffect.StallStage(Known.DRAFT_INVOICES, 40)).onRun(stalled));
        faults.order(Fault.of(new FaultEffect.Drop(Moment.AFTER)).onWrites().onRun(unanswered).once());

        hands.dismissWelcome();
        hands.pressSegment("#statusFilter", "Open");
        hands.press("#chooseShown");
        Hands.until(() -> hands.says("#bulkCount").equals("24 runs chosen"));
        console.gallery().take("plan-1-bulk-bar");
        hands.press("#bulkThrough");
        Hands.until(hands::canConfirm);
        console.gallery().take("plan-2-sheet");
        hands.press("#confirmButton");
        Hands.until(() -> hands.isSeen("#runThrough"));
        Hands.until(() -> hands.hasKeyboard("#planTable"));

        console.untilWatched(
                () -> console.plan().runs().stream().filter(run -> run.verdict().isPresent()).count() == 23);
        console.gallery().take("plan-3-needs-you");
        var stopped = console.server().run(unanswered).name();
        assertThat(hands.notices()).as("what the plan goes on with is no news")
                .filteredOn(title -> !title.startsWith(stopped))
                .noneMatch(title -> title.matches("Nov 2026 .* (Reported|ready)"));
        assertThat(console.planned(stalled).standing()).isInstanceOf(RunStanding.InProgress.class);
        console.passes(Duration.ofMinutes(11));
        console.untilWatched(console::isPlanOver);

        Hands.until(() -> hands.says("#planCounts").equals("21 done · 3 stopped"));
        console.gallery().take("plan-4-ended");
        hands.press("#resultsCopy");
        assertThat(hands.presses()).as("clicks and key presses").isLessThanOrEqualTo(MOST_PRESSES);
        console.gallery().take("plan-5-results");

        assertThat(open).filteredOn(run -> !List.of(refused, stalled, unanswered).contains(run))
                .hasSize(21)
                .allSatisfy(run -> assertThat(console.server().run(run)).satisfies(
                        now -> assertThat(now.stage()).isEqualTo(Known.FULL_INVOICES),
                        now -> assertThat(now.percent()).isEqualTo(100)));
        assertThat(verdict(refused).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(verdict(stalled).why().orElseThrow()).isInstanceOf(StopReason.Stalled.class);
        assertThat(verdict(unanswered).why().orElseThrow()).isInstanceOf(StopReason.OutcomeUnknown.class);
        assertThat(stepsSent()).as("each run and step once").doesNotHaveDuplicates();
        assertThat(stepsSent(refused)).hasSize(1);
        assertThat(stepsSent(stalled)).hasSize(2);
        assertThat(stepsSent(unanswered)).hasSize(1);
        var copied = Hands.see(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
        assertThat(copied).as("a line a run below the names of the columns").hasSize(1 + MonthEndConsole.OPEN_RUNS);
        assertThat(copied).filteredOn(line -> line.contains("\tDone\t")).hasSize(21);
        assertThat(copied.stream().filter(line -> !line.contains("\tDone\t")).collect(Collectors.joining("\n")))
                .contains("Refused")
                .contains("nothing has changed since")
                .contains("The step was taken after all");
    }

    private RunVerdict verdict(RunKey run) {
        return console.planned(run).verdict().orElseThrow();
    }

    /** What the server was asked to change, each as run and step. */
    private List<String> stepsSent() {
        return console.writes().stream().map(RunThroughJourneyTest::step).toList();
    }

    private List<String> stepsSent(RunKey run) {
        return console.writes().stream().filter(write -> write.path().endsWith(run.path())).map(LoggedRequest::body)
                .toList();
    }

    private static String step(LoggedRequest write) {
        return write.path() + " " + write.body();
    }
}
