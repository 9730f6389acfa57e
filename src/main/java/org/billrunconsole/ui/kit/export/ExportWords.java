package org.billrunconsole.ui.kit.export;

import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.export.ExportsViewModel.State;

/** How far an export is, or what came of it, in words. */
record ExportWords(Messages messages) {

    String title(State state) {
        return switch (state) {
            case State.Idle _ -> "";
            case State.Writing(var file, _, _) -> messages.get("export.writing", file.name());
            case State.Saved(_, var rows) -> messages.get("export.saved", rows);
            case State.Stopped _ -> messages.get("export.stopped");
            case State.Failed _ -> messages.get("export.failed");
        };
    }

    String text(State state) {
        return switch (state) {
            case State.Idle _ -> "";
            case State.Writing(_, _, var all) when all == 0 -> messages.get("export.beginning");
            case State.Writing(_, var done, var all) -> messages.get("export.writing.rows", done, all);
            case State.Saved(var file, _) -> messages.get("export.saved.text", file.name(), file.folder());
            case State.Stopped(var file) -> messages.get("export.stopped.text", file.name());
            case State.Failed(var file, var problem) -> messages.get("export.failed." + Sentences.key(problem), file);
        };
    }

    Tone tone(State state) {
        return switch (state) {
            case State.Idle _,State.Stopped _ -> Tone.NEUTRAL;
            case State.Writing _ -> Tone.ACCENT;
            case State.Saved _ -> Tone.SUCCESS;
            case State.Failed _ -> Tone.DANGER;
        };
    }
}
