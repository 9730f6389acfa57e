package org.billrunconsole.ui.kit.look;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Tone;

/** How statuses and progress look: words, figure, bar and colour from one function, so that they never disagree. */
public final class RunLooks {

    private final Messages messages;
    private final Sentences sentences;

    public RunLooks(Messages messages, Sentences sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    public static Tone tone(RunStatus status) {
        return switch (status) {
            case RunStatus.Known known -> switch (known) {
                case OPEN -> Tone.ACCENT;
                case CLOSED -> Tone.DONE;
                case FINALIZED -> Tone.NEUTRAL;
            };
            case RunStatus.Unknown _ -> Tone.WARNING;
        };
    }

    /** @param stalled whether nothing has moved for unusually long */
    public ProgressLook look(Progress progress, boolean stalled) {
        var text = sentences.progress(progress);
        return switch (progress) {
            case Progress.Open _,Progress.Starting _ -> plain(text, Tone.NEUTRAL);
            case Progress.Unclear _ -> plain(text, Tone.WARNING);
            case Progress.Ready _,Progress.Finished _ -> new ProgressLook(text, "", OptionalDouble.of(1), true,
                    Tone.SUCCESS, text);
            case Progress.Running(_, var percent) -> running(text, percent, stalled);
            // "Stalled" says more than "running or waiting", and a narrow column has room for one of them.
            case Progress.RunningOrWaiting(var stage) -> running(stalled ? sentences.stage(stage) : text,
                    OptionalInt.empty(), stalled);
        };
    }

    /** A write to the run may or may not have arrived; its stage is not to be trusted till that is known. */
    public ProgressLook outcomeUnknown() {
        var text = messages.get("progress.outcome-unknown");
        return new ProgressLook(text, "", OptionalDouble.empty(), true, Tone.WARNING, text);
    }

    private ProgressLook running(String text, OptionalInt percent, boolean stalled) {
        var number = percent.isPresent() ? messages.get("progress.percent", percent.getAsInt()) : "";
        var figure = stalled ? messages.get("progress.stalled", number).strip() : number;
        return new ProgressLook(text, figure,
                percent.isPresent() ? OptionalDouble.of(percent.getAsInt() / 100.0) : OptionalDouble.empty(), true,
                stalled ? Tone.WARNING : Tone.ACCENT, (text + " " + figure).strip());
    }

    private static ProgressLook plain(String text, Tone tone) {
        return new ProgressLook(text, "", OptionalDouble.empty(), false, tone, text);
    }
}
