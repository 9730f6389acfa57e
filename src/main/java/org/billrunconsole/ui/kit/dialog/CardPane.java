package org.billrunconsole.ui.kit.dialog;

import atlantafx.base.controls.ModalPane;
import javafx.scene.control.Skin;

/** The place over a window in which its dialogs are shown. */
public final class CardPane extends ModalPane {

    @Override
    protected Skin<?> createDefaultSkin() {
        return new CardPaneSkin(this);
    }
}
