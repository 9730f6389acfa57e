package org.billrunconsole.ui.kit;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Names of the style classes that Java code gives to nodes; what they look like stands in the style sheets. */
public final class Styles {

    public static final String PILL = "pill";
    public static final String MUTED = "muted";
    public static final String STRONG = "strong";
    public static final String NUMERIC = "numeric";
    public static final String WARN = "warn";
    public static final String BADGE = "badge";
    public static final String BAR = "stage-bar";
    public static final String BAR_FILL = "stage-bar-fill";
    public static final String STAGE_CELL = "stage-cell";
    public static final String STEP = "step";
    public static final String FACT = "fact";
    public static final String CHOSEN = "chosen-column";
    public static final String SKELETON = "skeleton";
    public static final String MARKED = "marked-text";
    public static final String MARK = "mark";
    public static final String MARK_GROUND = "mark-ground";

    private static final List<String> TONES = List.of("tone-neutral", "tone-accent", "tone-done", "tone-success",
            "tone-warning", "tone-danger");

    private Styles() {}

    /** Gives a node the colours of a meaning, taking away those of another. */
    public static void tone(Node node, Tone tone) {
        choose(node, TONES.get(tone.ordinal()), TONES.toArray(String[]::new));
    }

    /** Gives a node one of several style classes and takes the others away. */
    public static void choose(Node node, String wanted, String... among) {
        if (!node.getStyleClass().contains(wanted)) {
            node.getStyleClass().removeAll(among);
            node.getStyleClass().add(wanted);
        }
    }

    /** A pseudo class, for states that come and go. */
    public static PseudoClass state(String name) {
        return PseudoClass.getPseudoClass(name);
    }
}
