package org.billrunconsole.ui.plan;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.runs.plan.Candidate;

/** A run in a sheet: as it was when the sheet was made, whether it goes along, and why in spite of its warnings. */
final class PlanSheetRow {

    /** How it stands in the sheet. */
    enum Standing {
        /** It goes along, and nothing warns. */
        ELIGIBLE,
        /** It goes along, and something has to be accepted first. */
        WARNED,
        /** The operator has taken it out. */
        TAKEN_OUT,
        /** Nothing can be done with it. */
        SKIPPED
    }

    private final Candidate candidate;
    private final ReadOnlyBooleanWrapper included;
    private final BooleanProperty itsOwnReason = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");

    PlanSheetRow(Candidate candidate, boolean takenOut) {
        this.candidate = candidate;
        included = new ReadOnlyBooleanWrapper(candidate.skipped().isEmpty() && !takenOut);
    }

    Candidate candidate() {
        return candidate;
    }

    Run run() {
        return candidate.run();
    }

    /** Whether the plan touches it. */
    ReadOnlyBooleanProperty includedProperty() {
        return included.getReadOnlyProperty();
    }

    /** Whether a reason of its own is written for it, instead of the one for all. */
    BooleanProperty itsOwnReasonProperty() {
        return itsOwnReason;
    }

    /** The reason of its own. */
    StringProperty reasonProperty() {
        return reason;
    }

    boolean canBeTaken() {
        return candidate.skipped().isEmpty();
    }

    /** Takes it along, or out; what is skipped stays so. */
    void setIncluded(boolean now) {
        included.set(now && canBeTaken());
    }

    Standing standing() {
        return !canBeTaken() ? Standing.SKIPPED
                : !included.get() ? Standing.TAKEN_OUT
                        : candidate.needsReason() ? Standing.WARNED : Standing.ELIGIBLE;
    }

    /** Why its warnings are accepted; blank if nobody has said. */
    String acceptance(String forAll) {
        return (itsOwnReason.get() ? reason.get() : forAll).strip();
    }

    PlannedRun planned(String forAll) {
        return switch (standing()) {
            case TAKEN_OUT -> candidate.takenOut();
            case WARNED -> candidate.planned(true, acceptance(forAll));
            case ELIGIBLE, SKIPPED -> candidate.planned(false, "");
        };
    }
}
