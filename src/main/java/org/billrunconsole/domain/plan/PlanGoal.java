package org.billrunconsole.domain.plan;

import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;

/** What a plan does with each of its runs. */
public sealed interface PlanGoal {

    /**
     * One step with every run, one after the other; a run is done once the server has taken it.
     *
     * @param action {@link Action#CLOSE} to {@link Action#DISTRIBUTE}
     */
    record OneStep(Action action) implements PlanGoal {

        public OneStep {
            switch (action) {
                case CLOSE, DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTE -> {
                }
                case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE ->
                        throw new IllegalArgumentException(
                                "Not a step of a run's way to the end: " + action);
            }
        }
    }

    /**
     * Step after step, each once the server shows the one before as done, until a stage is done. Distribution is no
     * such stage: what is sent to customers is sent by a person.
     */
    enum RunThrough implements PlanGoal {
        REPORTED(Stage.Known.REPORTING), DRAFTS_READY(Stage.Known.DRAFT_INVOICES), FULL_INVOICES_READY(
                Stage.Known.FULL_INVOICES);

        private final Stage.Known stage;

        RunThrough(Stage.Known stage) {
            this.stage = stage;
        }

        /** The stage that has to be done. */
        public Stage.Known stage() {
            return stage;
        }
    }

    /** True if it sends invoices to customers, which nobody can take back. */
    default boolean isIrreversible() {
        return this instanceof OneStep(var action) && action.isIrreversible();
    }
}
