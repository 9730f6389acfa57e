package org.billrunconsole.bench.tool;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.Pages;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.sandbox.data.SandboxUser;

/**
 * The console's own client on its way through every operation, with a proxy between it and the sandbox that holds both
 * directions against the contract file and turns every violation into an error. Run by .ci/prism-journey.
 */
class PrismJourney {

    /** What the contract requires of a row: with fewer, "fields" would break the letter of its own schema. */
    private static final List<String> FIELDS = List.of("id", "name", "billingCycleId", "periodStartDate",
            "periodEndDate", "invoiceDate", "parallel", "revenueInMajorCurrency", "usageSuspenseCount",
            "rentalSuspenseCount", "billRunStatus", "summaryStatus", "summaryStatusPercentage");
    private static final List<String> ADHOC_FIELDS = List.of("id", "name", "invoiceDate", "revenueInMajorCurrency",
            "billRunStatus", "summaryStatus", "summaryStatusPercentage");

    private final ClientOptions options;
    private final URI admin;
    private final BillRunApi api;
    private int calls;

    private PrismJourney(URI proxy, URI admin) {
        this.options = ClientOptions.of(proxy).withGuard(true);
        this.admin = admin;
        this.api = HttpApi.connect(options, TokenSource.fixed(signIn(SandboxUser.OPERATOR)));
    }

    /** Arguments: the proxy's address, the sandbox's admin address. */
    public static void main(String[] args) throws Exception {
        var journey = new PrismJourney(URI.create(args[0]), URI.create(args[1]));
        journey.reading();
        journey.regularRun();
        journey.adhocRun();
        journey.refusals();
        journey.api.close();
        System.out.println("journey done, " + journey.calls + " calls looked at");
    }

    private void reading() {
        say("lists, single runs, cycles, users");
        for (var status : RunStatus.Known.values()) {
            rows(api.billRuns(BillRunQuery.all().withStatus(status).withFields(FIELDS)));
            rows(api.adhocBillRuns(AdhocBillRunQuery.all().withStatus(status).withFields(ADHOC_FIELDS)));
        }
        rows(api.billRuns(BillRunQuery.all().withPageSize(20)));
        for (BillingCycle cycle : counted(api.billingCycles()).orElseThrow()) {
            counted(api.billingCycle(cycle.id())).orElseThrow();
        }
        counted(api.user(SandboxUser.OPERATOR.id())).orElseThrow();
    }

    private void regularRun() throws Exception {
        say("a regular run, from open to finished");
        var key = closeableRegular();
        apply(key, new Command.AdjustSchedule(key, 1));
        apply(key, new Command.AdjustSchedule(key, -1));
        apply(key, new Command.ChangeInvoiceDate(key, LocalDate.now().plusDays(3)));
        apply(key, new Command.Close(key, Optional.of(LocalDate.now().plusDays(4)), Optional.empty()));
        awaitReady(key);
        apply(key, new Command.Reopen(key));
        apply(key, new Command.Close(key, Optional.empty(), Optional.empty()));
        awaitReady(key);
        apply(key, new Command.DraftInvoices(key));
        awaitReady(key);
        apply(key, new Command.FullInvoices(key));
        awaitReady(key);
        apply(key, new Command.Distribute(key));
        awaitFinished(key);
    }

    private void adhocRun() throws Exception {
        say("an ad hoc run, from open to finished");
        var key = rows(api.adhocBillRuns(AdhocBillRunQuery.all().withStatus(RunStatus.Known.OPEN))).getFirst().key();
        apply(key, new Command.ChangeNickname(key, "Before closing"));
        apply(key, new Command.Close(key, Optional.of(LocalDate.now()), Optional.of("Größe & more (2)")));
        awaitReady(key);
        apply(key, new Command.FullInvoices(key));
        awaitReady(key);
        apply(key, new Command.Distribute(key));
        awaitFinished(key);
    }

    private void refusals() throws Exception {
        say("refusals: 400, 401, 403, 404");
        var finished = rows(api.billRuns(BillRunQuery.all().withStatus(RunStatus.Known.FINALIZED))).getFirst();
        expect(Failure.Rejected.class,
                () -> written(api.send(api.request(new Command.Distribute(finished.key()), finished))));
        expect(Failure.NotFound.class, () -> api.billRun(999_999));
        expect(Failure.NotFound.class, () -> api.adhocBillRun(999_999));
        try (var reader = HttpApi.connect(options, TokenSource.fixed(signIn(SandboxUser.READER)))) {
            expect(Failure.Forbidden.class,
                    () -> written(reader.send(reader.request(new Command.Distribute(finished.key()), finished))));
            toAdmin("/expire-tokens");
            expect(Failure.Unauthorised.class, () -> reader.billRun(finished.id()));
        }
        expect(Failure.Unauthorised.class, () -> HttpApi.authentication(options).authenticate("elevate", "nobody",
                "wrong".toCharArray()));
    }

    private String signIn(SandboxUser user) {
        calls++;
        return HttpApi.authentication(options).authenticate(user.brand(), user.username(),
                user.password().toCharArray());
    }

    private RunKey closeableRegular() {
        var today = LocalDate.now();
        return rows(api.billRuns(BillRunQuery.all().withStatus(RunStatus.Known.OPEN))).stream()
                .filter(run -> Progress.of(run) instanceof Progress.Open)
                .filter(run -> isCloseable(run, today))
                .map(Run::key)
                .findFirst()
                .orElseThrow();
    }

    private boolean isCloseable(BillRun run, LocalDate today) {
        var cycle = counted(api.billingCycle(run.billingCycleId().orElseThrow())).orElseThrow();
        var end = run.periodEnd().orElseThrow();
        return !today.isBefore(cycle.closeableFrom(end)) && !today.isAfter(cycle.closeableUntil(end));
    }

    private void apply(RunKey key, Command command) {
        var outcome = counted(api.send(api.request(command, api.run(key))));
        if (!(outcome instanceof WriteOutcome.Applied)) {
            throw new IllegalStateException(command + " came to " + outcome);
        }
    }

    private static void written(WriteOutcome outcome) {
        switch (outcome) {
            case WriteOutcome.Applied _ -> {
            }
            case WriteOutcome.Refused(var failure) -> throw new FailureException(failure);
            case WriteOutcome.NotSent(var failure) -> throw new FailureException(failure);
            case WriteOutcome.OutcomeUnknown(var failure) -> throw new FailureException(failure);
        }
    }

    private void awaitReady(RunKey key) throws InterruptedException {
        while (!(Progress.of(counted(api.run(key))) instanceof Progress.Ready)) {
            Thread.sleep(100);
        }
    }

    private void awaitFinished(RunKey key) throws InterruptedException {
        while (!(Progress.of(counted(api.run(key))) instanceof Progress.Finished)) {
            Thread.sleep(100);
        }
    }

    private void expect(Class<? extends Failure> expected, Runnable call) {
        calls++;
        try {
            call.run();
        } catch (FailureException e) {
            if (expected.isInstance(e.failure())) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("Not refused, " + expected.getSimpleName() + " expected");
    }

    private <T extends Run> List<T> rows(Pages<T> pages) {
        var rows = new ArrayList<T>();
        try (pages) {
            while (pages.hasNext()) {
                rows.addAll(counted(pages.next()).rows());
            }
        }
        return rows;
    }

    private <T> T counted(T answer) {
        calls++;
        return answer;
    }

    private void toAdmin(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(admin + path)).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.discarding());
        }
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
