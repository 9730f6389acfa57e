package org.billrunconsole.ui.kit.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Whether the operator has told the operating system that less should move on the screen. Whatever moves by itself asks
 * here, and does without as soon as that is so.
 */
public final class ReducedMotion {

    private ReducedMotion() {}

    /** For what is in a window; false while it is in none. For the window's thread only. */
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .map(Scene::getPreferences)
                .flatMap(Scene.Preferences::reducedMotionProperty)
                .orElse(false);
    }
}
