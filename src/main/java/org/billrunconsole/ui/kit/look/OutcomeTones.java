package org.billrunconsole.ui.kit.look;

import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.ui.kit.Tone;

/** The colours of outcomes of a change. */
public final class OutcomeTones {

    private OutcomeTones() {}

    public static Tone of(Finding finding) {
        return switch (finding) {
            case APPLIED -> Tone.SUCCESS;
            case NOT_APPLIED, CHANGED_BY_OTHERS -> Tone.WARNING;
            case CANNOT_BE_TOLD, SERVER_GONE -> Tone.DANGER;
        };
    }
}
