package org.billrunconsole.sandbox.api;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request: finds its route, checks token, permission and media types, and runs the operation. */
public final class ApiRouter {

    private static final Logger LOG = LoggerFactory.getLogger(ApiRouter.class);
    private static final String JSON_PATCH = "application/json-patch+json";

    private final Tokens tokens;
    private final RunOperations runs;
    private final AuxiliaryEndpoints auxiliary;
    private final ReviewEndpoints review;

    public ApiRouter(Tokens tokens, RunOperations runs, AuxiliaryEndpoints auxiliary, ReviewEndpoints review) {
        this.tokens = tokens;
        this.runs = runs;
        this.auxiliary = auxiliary;
        this.review = review;
    }

    /** The operation that a request is for, whether or not it will be granted. */
    public static Optional<Operation> operation(Request request) {
        return Set.of(Operation.values())
                .stream()
                .filter(each -> each.isAt(request.path()) && each.method().equals(request.method()))
                .findFirst();
    }

    /**
     * @param stall what is to become of the run that a granted patch changes, ordered as a fault
     */
    public Answer answer(Request request, Optional<RunBook.Stall> stall) {
        try {
            return granted(request, stall);
        } catch (Refusal refusal) {
            var answer = Answer.error(refusal.status(), refusal.words());
            return refusal.status() == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
        } catch (RuntimeException e) {
            LOG.error("The sandbox failed on {} {}", request.method(), request.path(), e);
            return Answer.error(500, "The server failed. Contact support.");
        }
    }

    private Answer granted(Request request, Optional<RunBook.Stall> stall) {
        var here = Set.of(Operation.values()).stream().filter(each -> each.isAt(request.path())).toList();
        if (here.isEmpty()) {
            throw new Refusal(404, "Nothing at " + request.path());
        }
        var operation = operation(request);
        if (operation.isEmpty()) {
            var allowed = here.stream().map(Operation::method).sorted().collect(Collectors.joining(", "));
            return Answer.error(405, request.method() + " is not possible here").with("Allow", allowed);
        }
        requireAcceptable(request);
        if (operation.get() == Operation.CREATE_BEARER_TOKEN) {
            requireMediaType(request, Answer.JSON);
            return auxiliary.authenticate(request);
        }
        var user = tokens.verified(request.header("authorization"));
        if (operation.get().isWrite() && !user.mayWrite()) {
            throw new Refusal(403, user.username() + " may not change bill runs");
        }
        return perform(operation.get(), request, user, stall);
    }

    private Answer perform(Operation operation, Request request, SandboxUser user, Optional<RunBook.Stall> stall) {
        return switch (operation) {
            case GET_BILL_RUNS -> runs.list(RunKind.REGULAR, request);
            case GET_ADHOC_BILL_RUNS -> runs.list(RunKind.ADHOC, request);
            case GET_BILL_RUN -> runs.one(RunKey.regular(onlyId(operation, "bill_run_id", request)));
            case GET_ADHOC_BILL_RUN -> runs.one(RunKey.adhoc(onlyId(operation, "adhoc_bill_run_id", request)));
            case UPDATE_BILL_RUN -> {
                requireMediaType(request, JSON_PATCH);
                yield runs.patch(RunKey.regular(id(operation, "bill_run_id", request)), request, user, stall);
            }
            case UPDATE_ADHOC_BILL_RUN -> {
                requireMediaType(request, JSON_PATCH);
                yield runs.patch(RunKey.adhoc(id(operation, "adhoc_bill_run_id", request)), request, user, stall);
            }
            case ADJUST_BILL_RUN_SCHEDULE -> runs.adjust(RunKey.regular(id(operation, "bill_run_id", request)),
                    request);
            case CREATE_BEARER_TOKEN -> throw new IllegalStateException("Needs no token");
            case GET_BILLING_CYCLES -> auxiliary.cycles(request);
            case GET_BILLING_CYCLE -> auxiliary.cycle(onlyId(operation, "billing_cycle_id", request));
            case GET_USER -> auxiliary.user(onlyId(operation, "user_id", request));
            case GET_CUSTOMER_BILLING_SUMMARY -> review.summaries(request);
            case GET_CUSTOMERS -> review.customers(request);
            case GET_CUSTOMER -> review.customer(onlyId(operation, "customer_id", request));
            case GET_RENTAL_SUSPENSE -> review.rentalSuspense(request);
            case GET_DIAL_STRING_SUSPENSE -> review.dialStringSuspense(request);
            case GET_BUY_RATE_SUSPENSE -> review.buyRateSuspense(request);
            case GET_ADHOC_INVENTORIES -> review.adhocInventories(request);
            case GET_ADHOC_INVENTORY -> review.adhocInventory(onlyId(operation, "adhoc_inventory_id", request));
            case GET_RENTAL_COMBINED -> review.rentalCombined(request);
            case GET_ADHOC_INVOICE_PAYMENTS -> review.adhocInvoicePayments(request);
        };
    }

    private static long id(Operation operation, String name, Request request) {
        return QueryReader.id(name, operation.idIn(request.path()));
    }

    private static long onlyId(Operation operation, String name, Request request) {
        QueryReader.of(request.rawQuery(), Set.of());
        return id(operation, name, request);
    }

    private static void requireMediaType(Request request, String wanted) {
        if (!request.mediaType().equals(wanted)) {
            throw new Refusal(415, "The body must be " + wanted);
        }
    }

    private static void requireAcceptable(Request request) {
        var accept = request.header("accept").orElse("*/*");
        for (var range : accept.split(",")) {
            var type = range.split(";", 2)[0].strip();
            if (type.equals("*/*") || type.equals("application/*") || type.equalsIgnoreCase(Answer.JSON)) {
                return;
            }
        }
        throw new Refusal(406, "Answers are " + Answer.JSON);
    }
}
