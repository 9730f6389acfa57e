package org.billrunconsole.api.http;

import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.Secrets;

/** Every operation of the contract that the client has, to do the same to each. */
enum Operation {

    LIST_BILL_RUNS("getBillRuns", Kind.READ, "[" + Samples.BILL_RUN + "]") {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            try (var pages = api.billRuns(BillRunQuery.all())) {
                return pages.next();
            }
        }
    },
    READ_BILL_RUN("getBillRun", Kind.READ, Samples.BILL_RUN) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.billRun(1);
        }
    },
    PATCH_BILL_RUN("updateBillRun", Kind.WRITE, Samples.BILL_RUN) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.send(api.request(new Command.Distribute(RunKey.regular(1)), SampleRuns.openRun(1)));
        }
    },
    ADJUST_SCHEDULE("adjustBillRunSchedule", Kind.WRITE, Samples.BILL_RUN) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.send(api.request(new Command.AdjustSchedule(RunKey.regular(1), 1), SampleRuns.openRun(1)));
        }
    },
    LIST_ADHOC_BILL_RUNS("getAdhocBillRuns", Kind.READ, "[" + Samples.ADHOC_BILL_RUN + "]") {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            try (var pages = api.adhocBillRuns(AdhocBillRunQuery.all())) {
                return pages.next();
            }
        }
    },
    READ_ADHOC_BILL_RUN("getAdhocBillRun", Kind.READ, Samples.ADHOC_BILL_RUN) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.adhocBillRun(1);
        }
    },
    PATCH_ADHOC_BILL_RUN("updateAdhocBillRun", Kind.WRITE, Samples.ADHOC_BILL_RUN) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.send(api.request(new Command.FullInvoices(RunKey.adhoc(1)),
                    SampleRuns.adhoc(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100))));
        }
    },
    AUTHENTICATE("createBearerToken", Kind.SIGN_IN, "{\"token\":\"" + Secrets.TOKEN + "\",\"username\":\"user\"}") {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return authentication.authenticate("brand", "user", Secrets.PASSWORD.toCharArray());
        }
    },
    LIST_BILLING_CYCLES("getBillingCycles", Kind.OPTIONAL, "[" + Samples.BILLING_CYCLE + "]") {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.billingCycles();
        }
    },
    READ_BILLING_CYCLE("getBillingCycle", Kind.OPTIONAL, Samples.BILLING_CYCLE) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.billingCycle(1);
        }
    },
    READ_USER("getUser", Kind.OPTIONAL, Samples.USER) {
        @Override
        Object call(BillRunApi api, Authentication authentication) {
            return api.user(1);
        }
    };

    /** What a caller is promised of an operation. */
    enum Kind {
        READ, WRITE, SIGN_IN, OPTIONAL
    }

    private final String id;
    private final Kind kind;
    private final String good;

    /** What a caller is told of a write, where this is one. */
    Optional<Class<?>> ifWrite(Class<?> outcome) {
        return kind == Kind.WRITE ? Optional.of(outcome) : Optional.empty();
    }

    Operation(String id, Kind kind, String good) {
        this.id = id;
        this.kind = kind;
        this.good = good;
    }

    /** Makes the call: a value, a {@link WriteOutcome}, or a {@link FailureException}. */
    abstract Object call(BillRunApi api, Authentication authentication);

    /** The contract's operationId. */
    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** True if the server must never see it twice. */
    boolean isSentOnce() {
        return kind == Kind.WRITE || kind == Kind.SIGN_IN;
    }

    /** A successful answer of the contract. */
    String good() {
        return good;
    }

    /** Makes the call and gives the failure it was told of, if any, whichever way it was told. */
    Told told(BillRunApi api, Authentication authentication) {
        try {
            var result = call(api, authentication);
            return result instanceof WriteOutcome outcome
                    ? new Told(result, Optional.of(outcome), failureOf(outcome))
                    : new Told(result, Optional.empty(), Optional.empty());
        } catch (FailureException e) {
            return new Told(e.failure(), Optional.empty(), Optional.of(e.failure()));
        }
    }

    private static Optional<Failure> failureOf(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Applied _ -> Optional.empty();
            case WriteOutcome.Refused(var failure) -> Optional.of(failure);
            case WriteOutcome.NotSent(var failure) -> Optional.of(failure);
            case WriteOutcome.OutcomeUnknown(var failure) -> Optional.of(failure);
        };
    }

    /**
     * What a caller was told.
     *
     * @param result  the value, the outcome or the failure
     * @param outcome of a write
     * @param failure if it did not go well
     */
    record Told(Object result, Optional<WriteOutcome> outcome, Optional<Failure> failure) {}
}
