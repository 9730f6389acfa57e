package org.billrunconsole.ui.kit.look;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller than it is laid out, as a browser's zoom does: words, icons and the room around
 * them grow together, so that nothing that has room in a window loses it. For the window's thread.
 */
public final class ScaledContent extends Region {

    private static final double WHOLE = 100;

    private final Node content;
    private final Scale scale;
    private final double factor;

    /**
     * @param content laid out for the room that there is at its usual size; given back by {@link #release}
     * @param percent of its usual size
     */
    public ScaledContent(Node content, int percent) {
        this.content = content;
        factor = percent / WHOLE;
        scale = new Scale(factor, factor);
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /** Gives the content back, at its usual size. */
    public void release() {
        getChildren().remove(content);
        content.getTransforms().remove(scale);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
