package org.billrunconsole.ui.kit.dialog;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.ModalPaneSkin;
import javafx.animation.Timeline;
import org.billrunconsole.ui.kit.look.ReducedMotion;

/** The place of a dialog, which shrinks for a moment when it is clicked beside it, unless less should move. */
final class CardPaneSkin extends ModalPaneSkin {

    CardPaneSkin(ModalPane pane) {
        super(pane);
    }

    @Override
    protected Timeline createCloseBlockedAnimation() {
        return ReducedMotion.of(getSkinnable()).getValue() ? new Timeline() : super.createCloseBlockedAnimation();
    }
}
