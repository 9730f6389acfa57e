package org.billrunconsole.ui.rundetail;

import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;

/** A check of the run that is shown, and whether somebody has looked at it. */
record CheckLook(Check check, Acknowledgement.State looked) {

    /** True if somebody may say that they have looked: it warns, and nobody has for the figures of now. */
    boolean canBeGiven() {
        return check.severity().needsReason() && !looked.holds();
    }
}
