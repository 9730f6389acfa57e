package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Many runs on a production system: sent to customers behind a sheet of their own, or only looked at. */
@ShowsWindow
class DistributeManyJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Hands hands = new Hands(new FxRobot());
    private final MonthEndConsole console = new MonthEndConsole(sandboxes, 0.01);
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        MonthEndConsole.holdBackBriefly(folder);
        console.openProduction(folder);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void fiveRunsAreDistributedExceptTheOneThatAColleagueMovesOnMeanwhile() {
        hands.switchChangesOn("November close");
        hands.type("#searchField", "Ready");
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() == 6);
        hands.press("#chooseShown");
        // The bar pushes the rows down, once it says what can be done.
        Hands.until(() -> hands.isSeen("#bulkDistribute"));
        Hands.until(() -> hands.says("#bulkCount").equals("6 runs chosen"));
        hands.untick("Nov 2026 Ready 6");
        Hands.until(() -> hands.says("#bulkCount").equals("5 runs chosen"));
        console.gallery().take("plan-15-bulk-bar-ready");
        var chosen = console.runs().stream().filter(run -> run.name().matches("Nov 2026 Ready [1-5]")).toList();
        hands.press("#bulkDistribute");
        Hands.until(() -> hands.isSeen("#distributionCount"));
        console.gallery().take("plan-16-distribution");

        var moved = chosen.get(1).key();
        console.server().otherOperator().patch(moved, List.of(PatchOperation.replace("/summaryStatus",
                "DISTRIBUTION")));
        hands.type("#distributionCount", "5");
        assertThat(hands.canConfirm()).as("before the total is typed").isFalse();
        // Four of the five are in the first currency.
        hands.type("#distributionTotal", Long.toString(chosen.stream().filter(run -> !run.name().endsWith("4"))
                .mapToLong(RunSnapshot::revenue).sum()));
        Hands.until(hands::canConfirm);
        assertThat(hands.says("#sheetCounts")).as("frozen").isEqualTo("5 of 5 runs");
        console.gallery().take("plan-17-distribution-typed");
        hands.press("#confirmButton");
        Hands.until(() -> hands.says("#cancelButton").equals("Cancel - do not distribute"));
        assertThat(console.writes()).as("while it is held back").isEmpty();
        Hands.until(() -> hands.isSeen("#runThrough"));
        console.untilWatched(console::isPlanOver);

        Hands.until(() -> hands.says("#planCounts").equals("4 done · 1 stopped"));
        console.gallery().take("plan-18-distributed");
        assertThat(console.writes()).extracting(LoggedRequest::path).hasSize(4).doesNotHaveDuplicates()
                .noneMatch(path -> path.endsWith(moved.path()));
        assertThat(chosen).allSatisfy(run -> assertThat(console.server().run(run.key()).stage())
                .isEqualTo(Known.DISTRIBUTION));
        var verdict = console.planned(moved).verdict().orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(verdict.why().orElseThrow()).isInstanceOf(StopReason.MovedOn.class);
        hands.press("#resultsCopy");
        assertThat(copied()).filteredOn(line -> line.contains("\tDone\t")).hasSize(4);
        assertThat(copied()).filteredOn(line -> line.contains("\tNot sent\t")).singleElement().asString()
                .contains("Somebody else");
    }

    @Test
    void onAReadOnlyConnectionAPlanCanBeMadeAndTakenAlongButNotStarted() {
        hands.type("#searchField", "North");
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() == 3);
        hands.press("#chooseShown");
        hands.press("#bulkThrough");
        Hands.until(() -> hands.isSeen("#sheetRuns") && hands.says("#sheetCounts").equals("3 of 3 runs"));
        console.gallery().takeDesigned("plan-19-read-only");
        assertThat(hands.canConfirm()).isFalse();
        assertThat(hands.says("#problem")).contains("Read-only");
        assertThat(Hands.see(() -> hands.seen("#sheetExport").filter(Node::isDisabled))).isEmpty();
        hands.press("#sheetCopy");
        assertThat(copied()).filteredOn(line -> line.contains("Nov 2026 North")).hasSize(3);
        hands.cancel();
        assertThat(console.app().wiring().services().plans().current()).isEmpty();
        assertThat(console.writes()).isEmpty();
    }

    private static List<String> copied() {
        return Hands.see(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
    }
}
