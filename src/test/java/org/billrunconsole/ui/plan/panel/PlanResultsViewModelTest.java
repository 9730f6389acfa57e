package org.billrunconsole.ui.plan.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Csv;
import org.billrunconsole.export.CsvNotation;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.plan.panel.PlanResultsViewModel.State;
import org.junit.jupiter.api.Test;

class PlanResultsViewModelTest {

    private final PanelParts parts = new PanelParts();
    private final PlanResultsViewModel model = parts.results();

    private static PlanSnapshot ended() {
        return PanelSamples.through(PlanPhase.ENDED, List.of(PanelSamples.done(1, "Nov 2026, SME \"South\"", 577_350),
                PanelSamples.ended(106, "=HYPERLINK(1)", 96_040, Known.PROPERTIES, Outcome.NOT_SENT,
                        StopReason.Plain.RUN_GONE)));
    }

    @Test
    void eachRunSaysHowItEndedWhyHowLongItTookAndWhatItBills() {
        assertThat(model.stateProperty().get()).isEqualTo(new State.Nothing());
        model.show(ended());
        assertThat(model.stateProperty().get()).isEqualTo(new State.Shown(
                "Run through · 2 runs to “full invoices ready”", "Done: 1 · Not sent: 1"));
        var done = model.rows().getFirst();
        assertThat(List.of(done.outcome(), done.why(), done.took(), done.money())).containsExactly("Done", "",
                "33 min", "£577,350");
        var gone = model.rows().getLast();
        assertThat(gone.tone()).isEqualTo(Tone.WARNING);
        assertThat(gone.why()).isEqualTo("The server does not list this run any more. Nothing was sent after that. "
                + "Refresh the list.");
    }

    @Test
    void aFileOfItHoldsAmountsAndTimesAndNothingThatASpreadsheetWouldCalculate() throws IOException {
        model.show(ended());
        var table = model.table(false).get();
        var out = new ByteArrayOutputStream();
        new Csv(',', CsvNotation.iso(ZoneOffset.UTC)).write(table, out, _ -> {});
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\uFEFFRun,Id,Outcome,Why,Took,Revenue,Currency,"
                + "Began,Ended\r\n\"Nov 2026, SME \"\"South\"\"\",1,Done,,33 min,577350,GBP,")
                .contains("\r\n'=HYPERLINK(1),106,Not sent,");
        assertThat(table.lines().getFirst().cells().getLast()).isInstanceOf(Cell.Moment.class);
    }

    @Test
    void aPlanOfThePastIsReadAwayFromTheWindow() {
        var held = new HeldTasks();
        parts.tasks = held;
        var dialog = parts.results();
        parts.plans.keep(ended());
        dialog.read(parts.plans, PanelSamples.ID);
        assertThat(dialog.stateProperty().get()).isEqualTo(new State.Reading());
        held.release();
        assertThat(dialog.rows()).hasSize(2);
        dialog.read(parts.plans, UUID.randomUUID());
        held.release();
        assertThat(dialog.stateProperty().get()).isEqualTo(new State.NotKept());
    }
}
