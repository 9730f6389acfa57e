package org.billrunconsole.ui.kit.export;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.kit.export.ExportsViewModel.State;

/**
 * Tells of an export among the other notices: while it is written, and what came of it. What went well goes away by
 * itself after a while; what did not stays until it is put away.
 */
public final class ExportNotice {

    private static final Duration SHOWN_FOR = Duration.seconds(30);

    private final ExportsViewModel exports;
    private final Fxml fxml;
    private final Messages messages;
    private final ExportWords words;
    private final Consumer<Function<Runnable, Node>> keep;
    private final Runnable focusFirst;
    private final PauseTransition end = new PauseTransition(SHOWN_FOR);
    private Optional<Runnable> away = Optional.empty();
    private Optional<Node> notice = Optional.empty();

    private ExportNotice(ExportsViewModel exports, Fxml fxml, Messages messages,
            Consumer<Function<Runnable, Node>> keep, Runnable focusFirst) {
        this.exports = exports;
        this.fxml = fxml;
        this.messages = messages;
        this.words = new ExportWords(messages);
        this.keep = keep;
        this.focusFirst = focusFirst;
        end.setOnFinished(_ -> exports.dismiss());
    }

    /**
     * Shows it whenever there is something to tell.
     *
     * @param keep       puts a notice where notices stand, given what makes it; that is given what takes it away
     * @param focusFirst gives the keyboard a place if the notice had it
     */
    public static void install(ExportsViewModel exports, Fxml fxml, Messages messages,
            Consumer<Function<Runnable, Node>> keep, Runnable focusFirst) {
        var notice = new ExportNotice(exports, fxml, messages, keep, focusFirst);
        exports.stateProperty().subscribe(notice::follow);
    }

    private void follow(State state) {
        if (state instanceof State.Idle) {
            takeAway();
        } else if (notice.isEmpty()) {
            keep.accept(takesAway -> {
                var made = fxml.load(new ExportNoticeController(exports, messages));
                away = Optional.of(takesAway);
                notice = Optional.of(made);
                return made;
            });
        }
        notice.filter(_ -> !(state instanceof State.Writing))
                .ifPresent(shown -> AnnounceEvent.fire(shown,
                        state instanceof State.Failed ? Urgency.ERROR : Urgency.EVENT,
                        words.title(state) + ". " + words.text(state)));
        if (state instanceof State.Saved || state instanceof State.Stopped) {
            end.playFromStart();
        } else {
            end.stop();
        }
    }

    private void takeAway() {
        var hadKeyboard = notice.filter(Focus::isWithin).isPresent();
        away.ifPresent(Runnable::run);
        away = Optional.empty();
        notice = Optional.empty();
        if (hadKeyboard) {
            focusFirst.run();
        }
    }
}
