package org.billrunconsole.ui.rundetail;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.RunLooks;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A detail pane made ready for the window. What shows a run is made with the first run, not with the window. */
public final class RunDetailView {

    private static final double WIDTH = 440;

    private final StackPane root = new StackPane();
    private final Parent nothing;
    private final Parent unshowable;
    private final Supplier<Parent> maker;
    private Optional<Parent> content = Optional.empty();

    private RunDetailView(Parent nothing, Parent unshowable, Supplier<Parent> maker) {
        this.nothing = nothing;
        this.unshowable = unshowable;
        this.maker = maker;
        root.setPrefWidth(WIDTH);
    }

    public static RunDetailView create(RunDetailViewModel model, Fxml fxml, Messages messages, Formats formats,
            Sentences sentences, InstantSource clock) {
        var view = new RunDetailView(state(Feather.MOUSE_POINTER, messages.get("detail.nothing")),
                state(Feather.ALERT_TRIANGLE, messages.get("detail.cannot-show")), () -> {
                    var facts = new RunFacts(messages, formats, model.desk().names());
                    var lines = new StepLines(messages, formats, sentences, new RunLooks(messages, sentences),
                            model.desk().insight(), clock);
                    return fxml.load(new RunDetailController(model, facts, lines,
                            new CheckWords(messages, formats, sentences), messages, formats, sentences));
                });
        model.runProperty().subscribe(run -> view.show(run.isPresent(), model.unshowableProperty().get()));
        model.unshowableProperty().subscribe(bad -> view.show(model.runProperty().get().isPresent(), bad));
        return view;
    }

    /** What to show. */
    public Parent root() {
        return root;
    }

    private void show(boolean run, boolean bad) {
        if (bad) {
            root.getChildren().setAll(unshowable);
            return;
        }
        if (run && content.isEmpty()) {
            content = Optional.of(maker.get());
        }
        root.getChildren().setAll(run ? content.orElseThrow() : nothing);
    }

    private static Parent state(Feather icon, String words) {
        var text = new Label(words);
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        var pane = new VBox(new FontIcon(icon), text);
        pane.getStyleClass().addAll("detail-pane", "state-pane");
        return pane;
    }
}
