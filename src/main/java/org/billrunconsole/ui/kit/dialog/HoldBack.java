package org.billrunconsole.ui.kit.dialog;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Holds something that cannot be undone back for a few seconds after it was confirmed, in which it can still be
 * cancelled. It is not let go once the operator cannot see it go, or once what they saw may have changed.
 */
public final class HoldBack {

    /** What ended the holding back before it was over. */
    public enum Stop {
        /** Another card lies over the dialog, so the countdown cannot be seen. */
        COVERED,
        /** The connection was lost or is paused, so what the operator sees may have changed. */
        NOT_FRESH
    }

    private final BooleanSupplier stale;
    private final Runnable onStop;
    private final Runnable onOver;
    private final ReadOnlyIntegerWrapper remaining = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Stop>> stopped = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param stale  whether what the operator sees may have changed, asked every second
     * @param onStop told when it was stopped; {@link #stoppedProperty} says why
     * @param onOver told when the seconds are past
     */
    public HoldBack(BooleanSupplier stale, Runnable onStop, Runnable onOver) {
        this.stale = stale;
        this.onStop = onStop;
        this.onOver = onOver;
    }

    // ---- Properties

    /** Seconds until it is let go; 0 while nothing is held back. */
    public ReadOnlyIntegerProperty remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /** Why what was held back was not let go; empty again once it is confirmed anew. */
    public ReadOnlyObjectProperty<Optional<Stop>> stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    public boolean isHolding() {
        return remaining.get() > 0;
    }

    // ---- Commands

    /**
     * Begins; what stopped the one before is forgotten.
     *
     * @param seconds 0 for not at all, which does not call anybody
     */
    public void begin(int seconds) {
        stopped.set(Optional.empty());
        remaining.set(seconds);
    }

    /** A second has passed. */
    public void secondPassed() {
        if (!isHolding()) {
            return;
        }
        if (stale.getAsBoolean()) {
            stop(Stop.NOT_FRESH);
        } else {
            remaining.set(remaining.get() - 1);
            if (!isHolding()) {
                onOver.run();
            }
        }
    }

    /** Another card lies over the dialog: what is held back is not let go, since nobody can see it go. */
    public void covered() {
        if (isHolding()) {
            stop(Stop.COVERED);
        }
    }

    /** The operator has thought better of it; nobody is told. */
    public void cancel() {
        remaining.set(0);
    }

    private void stop(Stop why) {
        remaining.set(0);
        stopped.set(Optional.of(why));
        onStop.run();
    }
}
