package org.billrunconsole.ui.rundetail;

import java.util.List;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.StepRail;
import org.billrunconsole.domain.StepRail.State;
import org.billrunconsole.domain.StepRail.Step;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.ProgressLook;
import org.billrunconsole.ui.kit.RunLooks;

/** What the step rail says of a run. */
final class StepLines {

    private final Messages messages;
    private final Sentences sentences;
    private final RunLooks looks;

    StepLines(Messages messages, Sentences sentences, RunLooks looks) {
        this.messages = messages;
        this.sentences = sentences;
        this.looks = looks;
    }

    List<StepRailView.Line> of(Run run) {
        var progress = Progress.of(run);
        return StepRail.of(run).steps().stream().map(entry -> line(run, progress, entry)).toList();
    }

    private StepRailView.Line line(Run run, Progress progress, StepRail.Entry entry) {
        var running = entry.state() == State.CURRENT && !(progress instanceof Progress.Starting);
        var look = running ? looks.look(progress, false) : ProgressLook.NOTHING;
        return new StepRailView.Line(entry, name(run, progress, entry), running ? look.figure() : note(entry), look,
                "");
    }

    private String name(Run run, Progress progress, StepRail.Entry entry) {
        if (entry.step() == Step.AUTOMATIC && entry.state() == State.CURRENT
                && progress instanceof Progress.Running(var stage, _)) {
            return sentences.stage(stage);
        }
        return entry.step() == Step.AUTOMATIC
                ? messages.get("step.automatic." + Sentences.key(run.key().kind()))
                : sentences.step(entry.step());
    }

    private String note(StepRail.Entry entry) {
        if (entry.state() == State.DONE) {
            return "";
        }
        return switch (entry.step()) {
            case REVIEW_DRAFTS -> messages.get("step.note.you-decide");
            case DISTRIBUTION -> messages.get("step.note.irreversible");
            case AUTOMATIC -> messages.get("step.note.automatic");
            case CLOSE_AND_REPORT, DRAFT_INVOICES, FULL_INVOICES, FINISHED -> "";
        };
    }
}
