package org.billrunconsole.ui.kit.look;

import javafx.geometry.Dimension2D;
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
    private final Scale scale = new Scale();
    private final double wanted;
    private final Dimension2D least;

    /**
     * @param content laid out for the room that there is at its usual size; given back by {@link #release}
     * @param percent of its usual size
     * @param least   the room that the content needs at its usual size, in pixels: in a window that has less, it is only
     *                enlarged as far as that fits, so that nothing is cut off
     */
    public ScaledContent(Node content, int percent, Dimension2D least) {
        this.content = content;
        this.least = least;
        wanted = percent / WHOLE;
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
        var fitting = Math.min(getWidth() / least.getWidth(), getHeight() / least.getHeight());
        var factor = Math.max(Math.min(wanted, fitting), Math.min(wanted, 1));
        scale.setX(factor);
        scale.setY(factor);
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
