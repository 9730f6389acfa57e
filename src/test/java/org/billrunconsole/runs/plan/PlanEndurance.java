package org.billrunconsole.runs.plan;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.billrunconsole.domain.plan.PlanGoal;

/** {@link PlanPropertyTest} for a long time: {@code mvn verify -Plong -Dlong.tries=2000}. */
class PlanEndurance {

    @Provide
    ActionChainArbitrary<PlanWorld> invoices() {
        return PlanPropertyTest.chains(PlanGoal.RunThrough.FULL_INVOICES_READY, false).withMaxTransformations(100);
    }

    @Property
    void manyToTheirInvoices(@ForAll("invoices") ActionChain<PlanWorld> chain) {
        PlanPropertyTest.toTheEnd(chain);
    }
}
