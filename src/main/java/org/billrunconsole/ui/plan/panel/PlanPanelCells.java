package org.billrunconsole.ui.plan.panel;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.focus.RowControls;
import org.billrunconsole.ui.kit.look.SpokenCell;
import org.billrunconsole.ui.kit.look.StageBar;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Mark;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Step;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.StepState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells and rows of the panel's table; only those in sight exist. */
final class PlanPanelCells {

    /** The style of a step's cells and of the name above them, which stand at one edge. */
    static final String STEP = "plan-step-cell";

    private PlanPanelCells() {}

    /** A row that a screen reader says as a whole. */
    static final class Row extends TableRow<PlanPanelRow> {

        /** Said only when it is asked for: it changes with every percent. */
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT && !isEmpty()
                    ? getItem().lineProperty().get().accessible()
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    /** The sign of how a run stands. */
    static final class Sign extends SpokenCell<PlanPanelRow, PlanPanelLine> {

        private final FontIcon icon = new FontIcon();

        Sign() {
            icon.getStyleClass().add("plan-sign");
        }

        @Override
        protected void updateItem(PlanPanelLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var sign = sign(line.mark());
            if (icon.getIconCode() != sign) {
                icon.setIconCode(sign);
            }
            Styles.tone(icon, line.mark().tone());
            setGraphic(icon);
        }

        private static Feather sign(Mark mark) {
            return switch (mark) {
                case DONE -> Feather.CHECK;
                case RUNNING -> Feather.PLAY_CIRCLE;
                case NEEDS_WORD -> Feather.MESSAGE_CIRCLE;
                case STOPPED -> Feather.ALERT_CIRCLE;
                case UNKNOWN -> Feather.HELP_CIRCLE;
                case WAITING -> Feather.CIRCLE;
                case SKIPPED -> Feather.MINUS;
            };
        }
    }

    /** A text of the line. */
    static final class Words extends TableCell<PlanPanelRow, PlanPanelLine> {

        private final Function<PlanPanelLine, String> text;

        Words(Function<PlanPanelLine, String> text, String... styles) {
            this.text = text;
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(PlanPanelLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text.apply(line));
        }
    }

    /** How a step stands: by the bar, by a sign on it, and by a line through what is no step of this run. */
    static final class StepBar extends TableCell<PlanPanelRow, PlanPanelLine> {

        private final int step;
        private final StageBar bar = new StageBar();
        private final FontIcon sign = new FontIcon(Feather.ALERT_CIRCLE);
        private final HBox box = new HBox(bar, sign);

        StepBar(int step) {
            this.step = step;
            bar.getStyleClass().add("plan-step");
            sign.getStyleClass().add("plan-sign");
            Styles.tone(sign, Tone.WARNING);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setSpacing(4);
            getStyleClass().add(STEP);
        }

        @Override
        protected void updateItem(PlanPanelLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null || step >= line.steps().size()
                    || line.steps().get(step).state() == StepState.NONE) {
                setGraphic(null);
                return;
            }
            var now = line.steps().get(step);
            bar.show(now.share(), tone(now));
            sign.setVisible(now.state() == StepState.STOPPED);
            sign.setManaged(sign.isVisible());
            setGraphic(box);
        }

        private static Tone tone(Step step) {
            return switch (step.state()) {
                case DONE -> Tone.SUCCESS;
                case RUNNING -> Tone.ACCENT;
                case STOPPED -> Tone.WARNING;
                case AHEAD, NONE -> Tone.NEUTRAL;
            };
        }
    }

    /** Where a run stands, with all of it in a tip, and the operator's word where the server has none. */
    static final class Where extends TableCell<PlanPanelRow, PlanPanelLine> {

        private final Label text = PlainText.in(new Label());
        private final Button done;
        private final HBox box;

        Where(String sayDone, Consumer<PlanPanelLine> ask) {
            done = RowControls.inRow(PlainText.in(new Button(sayDone)));
            done.getStyleClass().addAll("small", "plan-say-done");
            done.setMinWidth(Region.USE_PREF_SIZE);
            done.setOnAction(_ -> ask.accept(getItem()));
            text.setMinWidth(0);
            var place = new StackPane(text);
            place.setAlignment(Pos.CENTER_LEFT);
            place.setMinWidth(0);
            HBox.setHgrow(place, Priority.ALWAYS);
            box = new HBox(place, done);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setSpacing(8);
            getStyleClass().add("plan-where");
        }

        @Override
        protected void updateItem(PlanPanelLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            text.setText(line.where());
            Styles.tone(text, line.mark().tone());
            done.setVisible(line.canSayDone());
            done.setManaged(line.canSayDone());
            if (getTooltip() == null) {
                setTooltip(new Tooltip(line.whole()));
            } else if (!getTooltip().getText().equals(line.whole())) {
                getTooltip().setText(line.whole());
            }
            setGraphic(box);
        }
    }
}
