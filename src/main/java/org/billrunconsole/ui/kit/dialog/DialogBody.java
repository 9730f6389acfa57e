package org.billrunconsole.ui.kit.dialog;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * The part of a dialog that scrolls once the window has no more room for it. It wants to be exactly as high as its
 * content is at its width; a plain scroll pane asks its content at no width in particular, where wrapped text is lower.
 */
public final class DialogBody extends ScrollPane {

    /** How little of it is left in a small window, in pixels. */
    private static final double LEAST = 72;

    /** What is left free above and below a control that is scrolled into view, in pixels. */
    private static final double SPACE = 12;

    public DialogBody() {
        getStyleClass().add("dialog-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // Its content is reached by Tab; the frame around it is no place to stop at.
        setFocusTraversable(false);
        setMinHeight(LEAST);
        // The viewport keeps to itself that its content has become higher.
        contentProperty().subscribe(content -> {
            if (content instanceof Parent parent) {
                parent.needsLayoutProperty().addListener((_, _, needed) -> {
                    if (needed) {
                        requestLayout();
                    }
                });
            }
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getContent() == null ? 0
                : Math.ceil(getContent().prefHeight(width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset()))
                        + snappedTopInset() + snappedBottomInset();
    }

    /** Scrolls what is around a control, if anything is, until it can be seen. */
    static void reveal(@Nullable Node control) {
        for (Node each = control; each != null; each = each.getParent()) {
            if (each instanceof DialogBody body) {
                body.scrollTo(control);
                return;
            }
        }
    }

    /** Scrolls the first of them in a dialog by most of what is seen of it. */
    static void page(Parent dialog, int direction) {
        if (dialog.lookup(".dialog-scroll") instanceof DialogBody body) {
            var all = body.getContent().getLayoutBounds().getHeight();
            var seen = body.getViewportBounds().getHeight();
            if (all > seen) {
                body.setVvalue(Math.clamp(body.getVvalue() + direction * (seen - SPACE) / (all - seen), 0, 1));
            }
        }
    }

    private void scrollTo(Node control) {
        layout();
        var all = getContent().getLayoutBounds().getHeight();
        var seen = getViewportBounds().getHeight();
        if (all <= seen) {
            return;
        }
        var where = getContent().sceneToLocal(control.localToScene(control.getLayoutBounds()));
        var top = (all - seen) * getVvalue();
        if (where.getMinY() - SPACE < top) {
            setVvalue(Math.clamp((where.getMinY() - SPACE) / (all - seen), 0, 1));
        } else if (where.getMaxY() + SPACE > top + seen) {
            setVvalue(Math.clamp((where.getMaxY() + SPACE - seen) / (all - seen), 0, 1));
        }
    }
}
