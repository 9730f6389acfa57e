package org.billrunconsole.ui.rundetail.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.lifecycle.StepRail;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.LayoutBoundary;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.ProgressLook;
import org.billrunconsole.ui.kit.look.StageBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the step rail; its rows stay and only change their look, so that nothing jumps while a stage moves. */
public final class StepRailView {

    /**
     * One step as shown.
     *
     * @param entry the step and how it stands
     * @param name  its name in words
     * @param note  what stands at the right: times, or what kind of step it is
     * @param look  the running stage's progress; {@link ProgressLook#NOTHING} for every other step
     * @param line  the line under the bar of the running stage
     */
    public record Line(StepRail.Entry entry, String name, String note, ProgressLook look, String line) {}

    private final VBox box;
    private final Sentences sentences;

    public StepRailView(VBox box, Sentences sentences) {
        this.box = box;
        this.sentences = sentences;
    }

    public void show(List<Line> lines) {
        while (box.getChildren().size() > lines.size()) {
            box.getChildren().removeLast();
        }
        while (box.getChildren().size() < lines.size()) {
            box.getChildren().add(new Row());
        }
        for (int i = 0; i < lines.size(); i++) {
            ((Row) box.getChildren().get(i)).show(lines.get(i), i == lines.size() - 1, sentences);
        }
    }

    /** One step: marker and line at the left, name, note, bar. */
    private static final class Row extends HBox {

        private final FontIcon check = new FontIcon(Feather.CHECK);
        private final StackPane marker = new StackPane(check);
        private final Region line = new Region();
        private final Label name = new Label();
        private final Label note = new Label();
        private final StageBar bar = new StageBar();
        private final Label under = new Label();
        private Optional<Line> shown = Optional.empty();

        private Row() {
            getStyleClass().add(Styles.STEP);
            marker.getStyleClass().add("step-marker");
            line.getStyleClass().add("step-line");
            VBox.setVgrow(line, Priority.ALWAYS);
            name.getStyleClass().add("step-name");
            WrappedText.in(name);
            name.setMinHeight(Region.USE_PREF_SIZE);
            note.getStyleClass().add("step-note");
            note.setMinWidth(Region.USE_PREF_SIZE);
            under.getStyleClass().add("step-note");
            WrappedText.in(under);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var rail = new VBox(marker, line);
            rail.setAlignment(Pos.TOP_CENTER);
            var body = new VBox(4, new HBox(8, name, gap, note), bar, new LayoutBoundary(under));
            body.getStyleClass().add("step-body");
            HBox.setHgrow(body, Priority.ALWAYS);
            getChildren().addAll(rail, body);
        }

        private void show(Line step, boolean last, Sentences sentences) {
            line.setVisible(!last);
            // Asked every second, and of all the steps only one tells the time.
            if (shown.filter(step::equals).isPresent()) {
                return;
            }
            shown = Optional.of(step);
            var state = step.entry().state();
            for (var each : StepRail.State.values()) {
                pseudoClassStateChanged(Styles.state(Sentences.key(each)), each == state);
            }
            check.setVisible(state == StepRail.State.DONE);
            name.setText(step.name());
            note.setText(step.note());
            var look = step.look();
            setId(look.bar() ? "stageProgress" : null);
            name.setId(look.bar() ? "stageLabel" : null);
            bar.setVisible(look.bar());
            bar.setManaged(look.bar());
            bar.show(look.fraction(), look.tone());
            under.setText(step.line());
            under.setVisible(!step.line().isEmpty());
            setAccessibleText(Stream.of(step.name(), sentences.stepState(state), step.note(), look.accessible(),
                    step.line()).filter(each -> !each.isEmpty()).collect(Collectors.joining(", ")));
        }
    }
}
