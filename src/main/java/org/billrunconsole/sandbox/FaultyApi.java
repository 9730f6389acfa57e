package org.billrunconsole.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.Effect.Moment;

/** The API with the trouble that was ordered. */
final class FaultyApi {

    private final Api api;
    private final Faults faults;
    private final Tokens tokens;
    private final Operator colleague;

    FaultyApi(Api api, Faults faults, Tokens tokens, Operator colleague) {
        this.api = api;
        this.faults = faults;
        this.tokens = tokens;
        this.colleague = colleague;
    }

    Outcome answer(Request request) throws InterruptedException {
        if (faults.isNetworkDown()) {
            return Outcome.silent(false);
        }
        var operation = Api.operation(request);
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
        return spoilt(effects, Moment.AFTER, Optional.of(answer)).orElse(Outcome.honest(answer));
    }

    private void prepare(Effect effect, Optional<Operation> operation, Request request) throws InterruptedException {
        await(effect, Moment.BEFORE);
        switch (effect) {
            case Effect.ExpireTokens _ -> tokens.expireAll();
            case Effect.ColleagueFirst(var patch) -> run(operation, request).ifPresent(run -> {
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

    private void await(Effect effect, Moment moment) throws InterruptedException {
        switch (effect) {
            case Effect.Latency(var delay, var when) when when == moment -> Gate.delay(delay);
            case Effect.Hold(var when) when when == moment -> faults.gate().hold();
            default -> {
            }
        }
    }

    /** What is sent instead of the answer, by the first order that has a say in it. */
    private static Optional<Outcome> spoilt(List<Effect> effects, Moment moment, Optional<Answer> answer) {
        return effects.stream().flatMap(effect -> instead(effect, moment, answer).stream()).findFirst();
    }

    private static Optional<Outcome> instead(Effect effect, Moment moment, Optional<Answer> answer) {
        var applied = answer.map(Answer::applied).orElse(false);
        return switch (effect) {
            case Effect.Drop(var when) when when == moment -> Optional.of(Outcome.silent(applied));
            case Effect.ErrorStatus error when error.moment() == moment -> Optional.of(
                    Outcome.faulty(failed(error), applied));
            case Effect.HtmlPage(var status, var when) when when == moment -> Optional.of(
                    Outcome.faulty(page(status), applied));
            case Effect.BrokenJson() -> answer.map(whole -> Outcome.faulty(cut(whole), applied));
            default -> Optional.empty();
        };
    }

    private static Answer failed(Effect.ErrorStatus error) {
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

    private static Optional<RunBook.Stall> stall(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.StallStage.class::isInstance)
                .map(Effect.StallStage.class::cast)
                .map(each -> new RunBook.Stall(each.stage(), each.percent()))
                .findFirst();
    }

    /** The run that a request is about, if it is about one that exists. */
    private static Optional<RunKey> run(Optional<Operation> operation, Request request) {
        try {
            return operation.flatMap(each -> switch (each) {
                case GET_BILL_RUN, UPDATE_BILL_RUN, ADJUST_BILL_RUN_SCHEDULE -> Optional.of(
                        RunKey.regular(Query.id("id", each.idIn(request.path()))));
                case GET_ADHOC_BILL_RUN, UPDATE_ADHOC_BILL_RUN -> Optional.of(
                        RunKey.adhoc(Query.id("id", each.idIn(request.path()))));
                default -> Optional.empty();
            });
        } catch (Refusal _) {
            return Optional.empty();
        }
    }
}
