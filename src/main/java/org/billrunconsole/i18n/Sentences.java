package org.billrunconsole.i18n;

import java.util.Arrays;
import java.util.Optional;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.lifecycle.StepRail;
import org.billrunconsole.domain.write.Action;

/** Puts values of the domain (statuses, reasons, failures, findings) into sentences. */
public final class Sentences {

    private final Messages messages;
    private final Formats formats;

    public Sentences(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What went wrong and what to do, in one or two sentences. */
    public String failure(Failure failure) {
        return switch (failure) {
            case Failure.Unauthorised _ -> messages.get("failure.unauthorised");
            case Failure.NotSignedIn _ -> messages.get("failure.not-signed-in");
            case Failure.Forbidden(_, var words) -> withWords("failure.forbidden", words);
            case Failure.NotFound _ -> messages.get("failure.not-found");
            case Failure.Rejected(_, var words) -> withWords("failure.rejected", words);
            case Failure.Conflict(_, var words) -> withWords("failure.conflict", words);
            case Failure.RateLimited(_, var wait) -> wait
                    .map(time -> messages.get("failure.rate-limited.wait", formats.duration(time)))
                    .orElseGet(() -> messages.get("failure.rate-limited"));
            case Failure.ServerError(var exchange, var words) -> withWords("failure.server-error", words,
                    Integer.toString(exchange.status().orElse(500)));
            case Failure.Unreachable(_, var cause, var detail) -> messages.get("failure.unreachable."
                    + key(cause), detail);
            case Failure.TimedOut _ -> messages.get("failure.timed-out");
            case Failure.MalformedAnswer _ -> messages.get("failure.malformed");
            case Failure.TooLarge(_, var limit) -> messages.get("failure.too-large", limit >> 20);
            case Failure.ListTooLong _ -> messages.get("failure.list-too-long");
            case Failure.Unexpected _ -> messages.get("failure.unexpected");
            case Failure.Cancelled _ -> messages.get("failure.cancelled");
        };
    }

    /** The technical line behind {@link #failure}, for copying. */
    public String detail(Failure failure) {
        if (failure instanceof Failure.NotSignedIn) {
            // There was no call that anything technical could be said of.
            return "";
        }
        var exchange = failure.exchange();
        var line = new StringBuilder(exchange.method()).append(' ').append(exchange.path());
        exchange.status().ifPresent(status -> line.append(" → ").append(status));
        line.append(" · ").append(failure.getClass().getSimpleName());
        exchange.requestId().ifPresent(id -> line.append(" · request ").append(id));
        line.append(" · ").append(exchange.took().toMillis()).append(" ms");
        switch (failure) {
            case Failure.MalformedAnswer(_, var detail) -> line.append(" · ").append(detail);
            case Failure.ListTooLong(_, var detail) -> line.append(" · ").append(detail);
            case Failure.Unexpected(_, var detail) -> line.append(" · ").append(detail);
            case Failure.Unreachable(_, _, var detail) -> line.append(" · ").append(detail);
            default -> {
            }
        }
        return line.toString();
    }

    /** Why an action cannot be done now. */
    public String reason(Reason reason, Action action) {
        var args = reason.args().stream().map(this::inWords).toArray();
        var withAction = new Object[args.length + 1];
        withAction[0] = messages.get("action.noun." + key(action));
        System.arraycopy(args, 0, withAction, 1, args.length);
        if (reason.code() == Reason.Code.STAGE_RUNNING) {
            return messages.get(args.length > 1 ? "reason.stage-running.percent" : "reason.stage-running", withAction);
        }
        return messages.get("reason." + key(reason.code()), withAction);
    }

    private Object inWords(Object arg) {
        return switch (arg) {
            case Stage stage -> stage(stage);
            case RunStatus status -> status(status);
            default -> String.valueOf(arg);
        };
    }

    /** The imperative on a button: {@code Close and report}. */
    public String action(Action action) {
        return messages.get("action." + key(action));
    }

    /** An action and its run, as a title and a button name them: {@code Close and report “Nov 2026 Business”}. */
    public String action(Action action, String run) {
        var key = "action.sentence." + key(action);
        return messages.get("confirm.title", messages.has(key) ? messages.get(key) : action(action), run);
    }

    /** A run whose name is not known: {@code Bill run 1042}. */
    public String run(RunKey run) {
        return messages.get(run.kind() == RunKind.REGULAR ? "detail.is.regular" : "detail.is.adhoc",
                Long.toString(run.id()));
    }

    /** What an action does. */
    public String consequence(Action action) {
        return messages.get("consequence." + key(action));
    }

    /**
     * Whether an action can be undone from here, and how.
     *
     * @param canReopen whether this connection can reopen a run at all
     */
    public String undo(Action action, boolean canReopen) {
        var key = "undo." + key(action);
        return messages.get(!canReopen && messages.has(key + ".no-reopen") ? key + ".no-reopen" : key);
    }

    public String status(RunStatus status) {
        return switch (status) {
            case RunStatus.Known known -> messages.get("status." + key(known));
            case RunStatus.Unknown(var wire) -> DisplayText.line(wire);
        };
    }

    public String stage(Stage stage) {
        return switch (stage) {
            case Stage.Known known -> messages.get("stage." + key(known));
            case Stage.Unknown(var wire) -> DisplayText.line(wire);
        };
    }

    public String step(StepRail.Step step) {
        return messages.get("step." + key(step));
    }

    /** How a step of the rail stands, for a screen reader. */
    public String stepState(StepRail.State state) {
        return messages.get("step.state." + key(state));
    }

    /** Where a run stands, in as few words as the table has room for. */
    public String progress(Progress progress) {
        return switch (progress) {
            case Progress.Open _ -> stage(Stage.Known.PROPERTIES);
            case Progress.Starting _ -> stage(Stage.Known.STARTING);
            case Progress.Running(var stage, _) -> stage(stage);
            case Progress.Ready(var stage) -> messages.get("progress.ready." + key(stage));
            case Progress.RunningOrWaiting(var stage) -> messages.get("progress.running-or-waiting", stage(stage));
            case Progress.Finished _ -> stage(Stage.Known.FINISHED);
            case Progress.Unclear(var status, var stage) -> stage.map(this::stage)
                    .or(() -> status.map(this::status))
                    .orElse(Formats.NONE);
        };
    }

    private String withWords(String key, Failure.ServerWords words, Object... args) {
        Optional<String> said = words.message().or(words::error);
        if (said.isEmpty()) {
            return messages.get(key, args);
        }
        var more = Arrays.copyOf(args, args.length + 1);
        more[args.length] = said.get();
        return messages.get(key + ".said", more);
    }

    /** An enum constant as it stands in message keys: {@code full-invoices}. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
