package org.billrunconsole.ui.rundetail;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.kordamp.ikonli.feather.Feather;

/** Makes a detail pane ready for the window. Its content is made with the first run, not with the window. */
public final class RunDetailView {

    private static final double WIDTH = 440;

    private final StackPane root = new StackPane();
    private final NoRunPane nothing = new NoRunPane(Feather.MOUSE_POINTER);
    private final NoRunPane unshowable = new NoRunPane(Feather.ALERT_TRIANGLE);
    private final Supplier<Parent> factory;
    private Optional<Parent> content = Optional.empty();

    private RunDetailView(Supplier<Parent> factory) {
        this.factory = factory;
        root.setPrefWidth(WIDTH);
    }

    public static RunDetailView create(RunDetailViewModel model, Fxml fxml, Messages messages, Formats formats,
            Sentences sentences, InstantSource clock) {
        var view = new RunDetailView(() -> {
            var facts = new RunFacts(messages, formats, sentences, model.referenceData(), model.analysis(),
                    model.customers());
            var lines = new StepLines(messages, formats, sentences, new RunLooks(messages, sentences),
                    model.analysis(), clock);
            return fxml.load(new RunDetailController(model, facts, lines,
                    new CheckWords(messages, formats, sentences), fxml, messages, formats, sentences));
        });
        view.explain(messages.get("detail.nothing"));
        view.unshowable.show(messages.get("detail.cannot-show"));
        model.runProperty().subscribe(run -> view.show(run.isPresent(), model.unshowableProperty().get()));
        model.unshowableProperty().subscribe(bad -> view.show(model.runProperty().get().isPresent(), bad));
        var nextPulse = new NextPulse(model::showChosen);
        model.chosenProperty().subscribe(_ -> nextPulse.request());
        return view;
    }

    /** What to show. */
    public Parent root() {
        return root;
    }

    /** Says why no run is shown, for as long as none is. */
    public void explain(String why) {
        nothing.show(why);
    }

    /**
     * Says why no run is shown, and offers what can be done about it.
     *
     * @param link what is offered, in words
     * @param action does it
     */
    public void explain(String why, String link, Runnable action) {
        nothing.show(why, link, action);
    }

    private void show(boolean run, boolean bad) {
        if (run && !bad && content.isEmpty()) {
            content = Optional.of(factory.get());
        }
        Parent now = bad ? unshowable : run ? content.orElseThrow() : nothing;
        // Put there again, it would be styled and laid out as if it were new.
        if (!root.getChildren().equals(List.of(now))) {
            root.getChildren().setAll(now);
        }
    }
}
