package org.billrunconsole.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.Answer;
import org.billrunconsole.sandbox.api.ApiRouter;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.Operator;
import org.billrunconsole.sandbox.api.Request;
import org.billrunconsole.sandbox.api.RequestGate;
import org.billrunconsole.sandbox.api.RequestOutcome;
import org.billrunconsole.sandbox.api.Tokens;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.wire.QueryReader;
import org.billrunconsole.sandbox.wire.SandboxJson;

/** Runs requests through the ordered faults before or after the API handles them. */
public final class FaultyApi {

    /** Without these a row is about nothing. */
    private static final Set<String> SAYS_WHICH = Set.of("id", "customerId");

    private final ApiRouter api;
    private final Faults faults;
    private final Tokens tokens;
    private final Operator colleague;

    public FaultyApi(ApiRouter api, Faults faults, Tokens tokens, Operator colleague) {
        this.api = api;
        this.faults = faults;
        this.tokens = tokens;
        this.colleague = colleague;
    }

    public RequestOutcome answer(Request request) throws InterruptedException {
        if (faults.isNetworkDown()) {
            return RequestOutcome.silent(false);
        }
        var operation = ApiRouter.operation(request);
        var effects = faults.strike(operation, request);
        for (var effect : effects) {
            prepare(effect, operation, request);
        }
        var instead = spoilt(effects, Moment.BEFORE, Optional.empty());
        if (instead.isPresent()) {
            return instead.get();
        }
        var answer = api.answer(request, stall(effects));
        for (var effect : effects) {
            await(effect, Moment.AFTER);
        }
        return spoilt(effects, Moment.AFTER, Optional.of(answer)).orElse(RequestOutcome.honest(answer));
    }

    private void prepare(FaultEffect effect, Optional<Operation> operation, Request request)
            throws InterruptedException {
        await(effect, Moment.BEFORE);
        switch (effect) {
            case FaultEffect.ExpireTokens _ -> tokens.expireAll();
            case FaultEffect.ColleagueFirst(var patch) -> run(operation, request).ifPresent(run -> {
                try {
                    colleague.patch(run, patch);
                } catch (IllegalArgumentException _) {
                    // The colleague is told no, as anybody would be, and leaves it at that.
                }
            });
            default -> {
            }
        }
    }

    private void await(FaultEffect effect, Moment moment) throws InterruptedException {
        switch (effect) {
            case FaultEffect.Latency(var delay, var when) when when == moment -> RequestGate.delay(delay);
            case FaultEffect.Hold(var when) when when == moment -> faults.gate().hold();
            default -> {
            }
        }
    }

    /** What is sent instead of the answer, by the first order that has a say in it. */
    private static Optional<RequestOutcome> spoilt(List<FaultEffect> effects, Moment moment, Optional<Answer> answer) {
        return effects.stream().flatMap(effect -> instead(effect, moment, answer).stream()).findFirst();
    }

    private static Optional<RequestOutcome> instead(FaultEffect effect, Moment moment, Optional<Answer> answer) {
        var applied = answer.map(Answer::applied).orElse(false);
        return switch (effect) {
            case FaultEffect.Drop(var when) when when == moment -> Optional.of(RequestOutcome.silent(applied));
            case FaultEffect.ErrorStatus error when error.moment() == moment -> Optional.of(
                    RequestOutcome.faulty(failed(error), applied));
            case FaultEffect.HtmlPage(var status, var when) when when == moment -> Optional.of(
                    RequestOutcome.faulty(page(status), applied));
            case FaultEffect.NullFields(var fields) -> answer.filter(whole -> whole.status() == 200)
                    .map(whole -> RequestOutcome.faulty(nulled(whole, fields), applied));
            case FaultEffect.BrokenJson() -> answer.map(whole -> RequestOutcome.faulty(cut(whole), applied));
            default -> Optional.empty();
        };
    }

    private static Answer failed(FaultEffect.ErrorStatus error) {
        var answer = Answer.error(error.status(), "Ordered as a fault");
        return error.retryAfter()
                .map(wait -> answer.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(answer);
    }

    private static Answer page(int status) {
        var html = "<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>Status " + status
                + "</h1><p>The service is being worked on.</p></body></html>";
        return new Answer(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }

    private static Answer cut(Answer answer) {
        return new Answer(answer.status(), answer.contentType(),
                Arrays.copyOf(answer.body(), answer.body().length / 2 + 1), answer.headers(), answer.applied());
    }

    private static Answer nulled(Answer answer, Set<String> fields) {
        var json = SandboxJson.read(answer.body());
        if (json instanceof ObjectNode) {
            nullIn(json, fields);
        } else {
            json.forEach(row -> nullIn(row, fields));
        }
        return new Answer(answer.status(), answer.contentType(), json.toString().getBytes(StandardCharsets.UTF_8),
                answer.headers(), answer.applied());
    }

    private static void nullIn(JsonNode row, Set<String> fields) {
        if (row instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> fields.isEmpty() ? !SAYS_WHICH.contains(name) : fields.contains(name))
                    .forEach(object::putNull);
        }
    }

    private static Optional<RunBook.Stall> stall(List<FaultEffect> effects) {
        return effects.stream()
                .filter(FaultEffect.StallStage.class::isInstance)
                .map(FaultEffect.StallStage.class::cast)
                .map(each -> new RunBook.Stall(each.stage(), each.percent()))
                .findFirst();
    }

    /** The run that a request is about, if it is about one that exists. */
    private static Optional<RunKey> run(Optional<Operation> operation, Request request) {
        try {
            return operation.flatMap(each -> switch (each) {
                case GET_BILL_RUN, UPDATE_BILL_RUN, ADJUST_BILL_RUN_SCHEDULE -> Optional.of(
                        RunKey.regular(QueryReader.id("id", each.idIn(request.path()))));
                case GET_ADHOC_BILL_RUN, UPDATE_ADHOC_BILL_RUN -> Optional.of(
                        RunKey.adhoc(QueryReader.id("id", each.idIn(request.path()))));
                default -> Optional.empty();
            });
        } catch (Refusal _) {
            return Optional.empty();
        }
    }
}
