package org.billrunconsole.api;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/**
 * The Elevate Bill Run API. Calls block; none may be made on the window's thread. Reads throw {@link FailureException}
 * after their retries; writes never throw for anything that happened on the network, they return what is known.
 */
public interface BillRunApi extends AutoCloseable {

    /** Pages of {@code GET /bill-runs}, read as they are taken. */
    Pages<BillRun> billRuns(BillRunQuery query);

    /** Pages of {@code GET /adhoc-bill-runs}. */
    Pages<AdhocBillRun> adhocBillRuns(AdhocBillRunQuery query);

    /** {@code GET /bill-runs/{id}}. */
    BillRun billRun(long id);

    /** {@code GET /adhoc-bill-runs/{id}}. */
    AdhocBillRun adhocBillRun(long id);

    /** The run of either kind. */
    default Run run(RunKey key) {
        return switch (key.kind()) {
            case REGULAR -> billRun(key.id());
            case ADHOC -> adhocBillRun(key.id());
        };
    }

    /**
     * The request of a command: PATCH of the run, or POST {@code /adjust-bill-run-schedule/{id}}. Makes no call.
     *
     * @param command what to do
     * @param before  the run as last read, from which the guard's {@code test} operations are made where the connection
     *                asks for them
     * @throws IllegalArgumentException if the command is for another run than {@code before}
     */
    WireRequest request(Command command, Run before);

    /** Sends a request as it is, at most once. */
    WriteOutcome send(WireRequest request);

    /**
     * {@code GET /billing-cycles}, all of them. Empty when the server does not offer them to this user (403, 404, 501);
     * after that it is not asked again on this connection.
     */
    Optional<List<BillingCycle>> billingCycles();

    /** {@code GET /billing-cycles/{id}}; empty as for {@link #billingCycles}. */
    Optional<BillingCycle> billingCycle(long id);

    /** {@code GET /users/{id}}; empty as for {@link #billingCycles}. */
    Optional<BillingUser> user(long id);

    /** Ends calls under way and frees connections. */
    @Override
    void close();
}
