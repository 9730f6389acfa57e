package org.billrunconsole.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * A pane around what changes every second. As long as new content needs no more room, only this pane is laid out;
 * JavaFX alone would lay out everything up to the window. Hidden content takes no room.
 */
@DefaultProperty("content")
public final class LayoutBoundary extends Region {

    private final ObjectProperty<Region> content = new SimpleObjectProperty<>(this, "content");
    private final Runnable beforeLayout = this::onContentChange;
    private Subscription following = Subscription.EMPTY;

    /**
     * True from when the content may need other room until it has been seen to have what it needs. JavaFX forgets a
     * request for room that is made while what stands around is being laid out, so one request may not be enough.
     */
    private boolean changed;

    public LayoutBoundary() {
        content.subscribe(this::take);
        sceneProperty().subscribe(this::move);
    }

    /** @param held what is written anew every second */
    public LayoutBoundary(Region held) {
        this();
        setContent(held);
    }

    public Region getContent() {
        return content.get();
    }

    public void setContent(Region held) {
        content.set(held);
    }

    @Override
    public Orientation getContentBias() {
        return getContent() == null ? null : getContent().getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return getContent().minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return getContent().minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getContent().prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getContent().prefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return getContent().maxHeight(width);
    }

    @Override
    protected void layoutChildren() {
        getContent().resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void take(Region held) {
        following.unsubscribe();
        getChildren().clear();
        managedProperty().unbind();
        if (held != null) {
            // What its parent does not manage, JavaFX lays out by itself.
            held.setManaged(false);
            getChildren().add(held);
            managedProperty().bind(held.visibleProperty());
            following = held.needsLayoutProperty().subscribe(_ -> {
                changed = true;
                onContentChange();
            });
        }
    }

    private void move(Scene before, Scene now) {
        if (before != null) {
            before.removePreLayoutPulseListener(beforeLayout);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(beforeLayout);
        }
    }

    /** Asks for other room if the content needs it. */
    private void onContentChange() {
        if (getContent() == null || !changed) {
            return;
        }
        if (!fits()) {
            requestLayout();
        } else if (!getContent().isNeedsLayout()) {
            changed = false;
        }
    }

    private boolean fits() {
        return getContentBias() == Orientation.HORIZONTAL
                ? snapSizeY(getContent().prefHeight(getWidth())) == getHeight()
                : snapSizeX(getContent().prefWidth(-1)) == getWidth();
    }
}
