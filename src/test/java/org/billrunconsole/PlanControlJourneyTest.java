package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A guided run of three runs, of which two may be on their way at a time, and what can come in its way. */
@ShowsWindow
class PlanControlJourneyTest {

    /** Longer than any stage takes. */
    private static final Duration A_STAGE = Duration.ofMinutes(3);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Hands hands = new Hands(new FxRobot());
    @TempDir
    private Path folder;
    private MonthEndConsole console;

    private void open(Percentages percentages) throws Exception {
        console = new MonthEndConsole(sandboxes, 1, options -> options.withPercentages(percentages)
                .withTokenLifetime(Duration.ofDays(1)));
        console.openProduction(folder);
    }

    @AfterEach
    void close() throws Exception {
        console.server().faults().lift();
        console.close();
    }

    @Test
    void pauseAndStopActBetweenTwoStepsAndALostNetworkAndANewSignInOnlyHoldThePlan() throws Exception {
        open(Percentages.BOTH);
        hands.switchChangesOn("November close");
        start();
        console.untilWatched(() -> console.writes().size() == 2);
        console.untilWatched(() -> standings().stream().filter(RunStanding.InProgress.class::isInstance).count() == 2);
        console.gallery().take("plan-6-running");

        hands.press("#planPause");
        Hands.until(() -> console.plan().phase() == PlanPhase.PAUSED);
        console.passes(A_STAGE);
        console.untilWatched(() -> standings().stream().filter(RunStanding.WaitsForOperator.class::isInstance)
                .count() == 2);
        assertThat(console.writes()).as("nothing is sent while it is paused").hasSize(2);
        console.gallery().take("plan-7-paused");
        hands.press("#planPause");
        console.untilWatched(() -> console.writes().size() == 4);

        console.server().faults().networkDown();
        console.passes(A_STAGE);
        console.untilWatched(() -> hands.isSeen("#planHeld"));
        assertThat(console.plan().held().map(Reason::code)).contains(Reason.Code.STALE);
        console.gallery().take("plan-8-held");
        assertThat(console.writes()).as("nothing is sent without a network").hasSize(4);
        console.server().faults().networkUp();
        console.untilWatched(() -> console.writes().size() == 6);
        assertThat(hands.isSeen("#planHeld")).isFalse();

        console.server().faults().expireTokens();
        console.passes(A_STAGE);
        console.untilWatched(() -> hands.isSeen("#signInButton"));
        assertThat(console.writes()).as("nothing is sent while nobody is signed in").hasSize(6);
        hands.type("#signInDialog #secret", console.server().token(SandboxUser.OPERATOR));
        hands.press("#signInButton");
        // The two that began are done, and the third has their place.
        console.untilWatched(() -> console.writes().size() == 7 && console.plan().count(Outcome.DONE) == 2);

        hands.press("#planStop");
        console.gallery().take("plan-9-stop");
        hands.press("#planYes");
        console.untilWatched(console::isPlanOver);
        assertThat(console.plan().count(Outcome.DONE)).isEqualTo(2);
        assertThat(console.plan().count(Outcome.STOPPED)).isEqualTo(1);
        console.passes(A_STAGE);
        console.untilWatched(() -> hands.rows(RunKind.REGULAR).stream().anyMatch(
                row -> row.run().isInStage(Known.REPORTING) && row.run().percentage().orElse(0) == 100));
        assertThat(stepsSent()).as("nothing after the stop, and nothing twice").hasSize(7).doesNotHaveDuplicates();
        console.gallery().take("plan-10-stopped");
    }

    @Test
    void anInterruptedPlanSendsNothingUntilItIsResumedAndThenEnds() throws Exception {
        open(Percentages.BOTH);
        hands.switchChangesOn("November close");
        start();
        console.untilWatched(() -> console.writes().size() == 2);
        console.close();
        console.passes(A_STAGE);

        console.openProduction(folder);
        hands.switchChangesOn("November close, after a restart");
        console.untilWatched(() -> hands.isSeen("#interruptedBanner"));
        console.gallery().take("plan-11-interrupted-banner");
        hands.press("#interruptedLook");
        Hands.until(() -> hands.isSeen("#interruptedDialog"));
        console.gallery().take("plan-12-interrupted");
        assertThat(console.writes()).as("nothing is sent before the operator says so").hasSize(2);

        hands.press("#interruptedResume");
        Hands.until(() -> hands.isSeen("#runThrough"));
        console.untilWatched(() -> {
            console.passes(Duration.ofSeconds(30));
            return console.isPlanOver();
        });
        assertThat(console.plan().count(Outcome.DONE)).isEqualTo(3);
        assertThat(stepsSent()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void withoutPercentagesThePlanWaitsForTheWordOfTheOperatorAndSaysSo() throws Exception {
        open(Percentages.NONE);
        hands.switchChangesOn("November close");
        start();
        console.untilWatched(() -> standings().stream().filter(RunStanding.NeedsProof.class::isInstance).count() == 2);
        console.passes(A_STAGE);
        Hands.until(() -> hands.says("#planNeedsTitle").equals("2 runs need you"));
        assertThat(console.writes()).hasSize(2);
        console.gallery().take("plan-13-needs-word");
        hands.press(".plan-say-done");
        Hands.until(() -> hands.isSeen("#planQuestion"));
        console.gallery().takeDesigned("plan-14-say-done");
        hands.press("#planYes");
        console.untilWatched(() -> console.writes().size() == 3);
        assertThat(console.writes().getLast().body()).contains("DRAFT_INVOICES");
        assertThat(console.plan().runs().stream().filter(run -> run.standing() instanceof RunStanding.NeedsProof))
                .as("the other still waits").isNotEmpty();
    }

    /** Starts with the runs of the north. */
    private void start() {
        hands.type("#searchField", "North");
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() == 3);
        hands.press("#chooseShown");
        hands.press("#bulkThrough");
        hands.press("#confirmButton");
        Hands.until(() -> hands.isSeen("#runThrough"));
    }

    private List<RunStanding> standings() {
        return console.plan().runs().stream().map(RunInPlan::standing).toList();
    }

    private List<String> stepsSent() {
        return console.writes().stream().map(PlanControlJourneyTest::step).toList();
    }

    private static String step(LoggedRequest write) {
        return write.path() + " " + write.body();
    }
}
