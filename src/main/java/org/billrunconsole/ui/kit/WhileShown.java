package org.billrunconsole.ui.kit;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Lets a view listen to what lives longer than itself - the window, its theme, a clock - only while it is shown. What
 * is subscribed on show is dropped on hide, so that nothing keeps a view, and the connection behind it, once another
 * has taken its place.
 */
public final class WhileShown {

    private WhileShown() {}

    /**
     * Subscribes each time a node comes into a window, and ends that when it leaves.
     *
     * @param subscribe given the window's scene, returns what ends it; called on the window's thread
     */
    public static void subscribe(Node view, Function<? super Scene, Subscription> subscribe) {
        var held = new Object() {
            private Subscription now = Subscription.EMPTY;
        };
        view.sceneProperty().subscribe(scene -> {
            held.now.unsubscribe();
            held.now = scene == null ? Subscription.EMPTY : subscribe.apply(scene);
        });
    }
}
