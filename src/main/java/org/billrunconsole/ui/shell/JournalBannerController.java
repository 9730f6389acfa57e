package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.write.ActivityLog.Verdict;
import org.billrunconsole.runs.write.UnreadableChanges.Change;
import org.billrunconsole.ui.actions.RulingController;
import org.billrunconsole.ui.actions.RulingViewModel;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Binds the banners under the connection bar that tell of trouble with the journal. */
public final class JournalBannerController {

    private final Fxml fxml;
    private final Messages messages;
    private Optional<JournalTroubleViewModel> model = Optional.empty();
    private Runnable showJournal = () -> {};
    private Optional<ModalPane> modal = Optional.empty();

    @FXML
    private HBox damageBanner;
    @FXML
    private Label damageText;
    @FXML
    private HBox unreadableBanner;
    @FXML
    private Label unreadableText;

    JournalBannerController(Fxml fxml, Messages messages) {
        this.fxml = fxml;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        place(damageBanner, false);
        AnnouncedLabel.error(damageText);
        AnnouncedLabel.error(unreadableText);
        place(unreadableBanner, false);
    }

    /**
     * Shows what a model tells from now on.
     *
     * @param show shows the journal's lines
     * @param over where the question goes
     */
    void follow(JournalTroubleViewModel trouble, Runnable show, ModalPane over) {
        model = Optional.of(trouble);
        showJournal = show;
        modal = Optional.of(over);
        trouble.damageProperty().subscribe(this::showDamage);
        trouble.unreadableProperty().subscribe(this::showUnreadable);
    }

    @FXML
    void show() {
        showJournal.run();
    }

    @FXML
    void decide() {
        model.ifPresent(trouble -> trouble.unreadableProperty()
                .get()
                .stream()
                .findFirst()
                .ifPresent(change -> modal.ifPresent(over -> decide(trouble.ruling(change), over))));
    }

    private void decide(RulingViewModel ruling, ModalPane over) {
        var controller = new RulingController(ruling, messages, ruling.change().run().map(this::name));
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> ruling.stateProperty().subscribe(state -> {
                    if (state == RulingViewModel.State.CLOSED) {
                        card.close();
                    }
                }));
    }

    private void showDamage(Optional<Verdict> found) {
        damageText.setText(found.map(this::words).orElse(""));
        place(damageBanner, found.isPresent());
    }

    private String words(Verdict found) {
        return switch (found) {
            case Verdict.Altered(var file, var line) -> messages.get("shell.journal.damaged.altered", file,
                    Long.toString(line));
            case Verdict.Missing(var file, var line) -> messages.get("shell.journal.damaged.missing", file,
                    Long.toString(line));
            case Verdict.FileMissing(var file) -> messages.get("shell.journal.damaged.file-missing", file);
            case Verdict.Unreadable(var file) -> messages.get("shell.journal.damaged.unreadable", file);
            case Verdict.Intact(_) -> "";
        };
    }

    private void showUnreadable(List<Change> changes) {
        var first = changes.stream().findFirst();
        unreadableText.setText(first.map(change -> change.run()
                .map(run -> messages.get("shell.journal.unreadable.run", name(run)))
                .orElseGet(() -> messages.get("shell.journal.unreadable.all"))).orElse(""));
        place(unreadableBanner, first.isPresent());
    }

    private String name(RunKey run) {
        return messages.get(run.kind() == RunKind.REGULAR ? "detail.is.regular" : "detail.is.adhoc",
                Long.toString(run.id()));
    }

    private static void place(Node banner, boolean shown) {
        banner.setVisible(shown);
        banner.setManaged(shown);
    }
}
