package org.billrunconsole.ui.evidence;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Asks for a pack's file, and shows over the window what comes of making or verifying it. */
public final class EvidenceDialog {

    private final Fxml fxml;
    private final Messages messages;
    private final EvidenceSentences sentences;
    private final Supplier<EvidenceViewModel> models;
    private final Supplier<Optional<ModalPane>> over;

    /**
     * @param models makes a model for each pack
     * @param over   where dialogs go, once there is a window
     */
    public EvidenceDialog(Fxml fxml, Messages messages, EvidenceSentences sentences,
            Supplier<EvidenceViewModel> models, Supplier<Optional<ModalPane>> over) {
        this.fxml = fxml;
        this.messages = messages;
        this.sentences = sentences;
        this.models = models;
        this.over = over;
    }

    /** Lets the operator choose where to, and makes a pack of a run there. */
    public void make(Run run) {
        choose(pane -> FileDialogs.save(pane.getScene().getWindow(), messages.get("evidence.making.title"), fileName(
                run)), file -> make(run, file));
    }

    /** Lets the operator choose a pack, and verifies it. */
    public void verify() {
        choose(pane -> FileDialogs.open(pane.getScene().getWindow(), messages.get("evidence.verifying.title")),
                this::verify);
    }

    /** Makes a pack of a run. */
    public void make(Run run, ChosenFile file) {
        show(model -> model.make(run, file));
    }

    /** Verifies a pack. */
    public void verify(ChosenFile file) {
        show(model -> model.verify(file));
    }

    private void choose(Function<ModalPane, Optional<ChosenFile>> choice,
            Consumer<ChosenFile> then) {
        // Nobody chooses a file under a dialog that has the keyboard.
        over.get().filter(pane -> !pane.isDisplay()).flatMap(choice).ifPresent(then);
    }

    private void show(Consumer<EvidenceViewModel> begin) {
        over.get().filter(pane -> !pane.isDisplay()).ifPresent(pane -> {
            var model = models.get();
            begin.accept(model);
            var controller = new EvidenceController(model, sentences, messages);
            ModalCard.show(fxml.load(controller), pane, controller::first)
                    .ifPresent(card -> model.stateProperty().subscribe(state -> {
                        if (state instanceof EvidenceViewModel.State.Closed) {
                            card.close();
                        }
                    }));
        });
    }

    /** By kind and number: a name may have what no file may. */
    private static String fileName(Run run) {
        return (run.key().kind() == RunKind.REGULAR ? "evidence-bill-run-" : "evidence-adhoc-bill-run-") + run.id()
                + ".zip";
    }
}
