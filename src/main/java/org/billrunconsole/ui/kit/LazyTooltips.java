package org.billrunconsole.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Installs tooltips when the pointer first comes by: each is a window of its own, and most starts never show one. */
public final class LazyTooltips {

    /** In pixels; longer texts are on several lines. */
    private static final double WIDEST = 480;

    private LazyTooltips() {}

    /** Says what a control without words of its own is for, to the eye and to a screen reader; to that only once. */
    public static void name(Control control, String text) {
        control.setAccessibleText(text);
        control.setAccessibleHelp(null);
        show(control, text);
    }

    /** Gives a control its tip, or another one; screen readers know it from the start. */
    public static void set(Control control, String text) {
        control.setAccessibleHelp(text);
        show(control, text);
    }

    private static void show(Control control, String text) {
        if (control.getTooltip() != null) {
            control.getTooltip().setText(text);
            return;
        }
        var known = control.getProperties().put(LazyTooltips.class, text) != null;
        if (!known) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
                @Override
                public void handle(MouseEvent event) {
                    control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                    if (control.getTooltip() == null) {
                        var tip = new Tooltip(String.valueOf(control.getProperties().get(LazyTooltips.class)));
                        tip.setWrapText(true);
                        tip.setMaxWidth(WIDEST);
                        control.setTooltip(tip);
                    }
                }
            });
        }
    }
}
