package org.billrunconsole.ui.kit.focus;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard near the control that had it when that is hidden, disabled or taken away, as by a refresh or by
 * what its own button has done. By itself the toolkit gives the keyboard to the first control of the window for one that
 * was taken away, and to whatever follows for one that was hidden, wherever that is. For the window's thread.
 */
public final class FocusKeeper {

    private final Scene scene;
    private Optional<KeyboardPlace> place = Optional.empty();
    /** Whether the toolkit has found that the control cannot have the keyboard, and is about to give it to another. */
    private boolean lost;

    private FocusKeeper(Scene scene) {
        this.scene = scene;
    }

    /** Watches over a window until the subscription ends. */
    public static Subscription keep(Scene scene) {
        var keeper = new FocusKeeper(scene);
        return scene.focusOwnerProperty().subscribe(_ -> keeper.focusMoved(scene.getFocusOwner()));
    }

    /** Told after others may have moved it on, who are told of the same move. */
    private void focusMoved(@Nullable Node owner) {
        if (owner == null) {
            lost = place.filter(last -> !last.isThere()).isPresent();
        } else if (lost) {
            lost = false;
            place.ifPresent(KeyboardPlace::restore);
            remember(scene.getFocusOwner());
        } else {
            remember(owner);
        }
    }

    private void remember(@Nullable Node owner) {
        place = Optional.ofNullable(owner).map(has -> KeyboardPlace.of(has, scene));
    }
}
