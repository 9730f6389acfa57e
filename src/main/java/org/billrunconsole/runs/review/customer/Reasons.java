package org.billrunconsole.runs.review.customer;

import java.util.Optional;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.NotChecked.Cause;

/** Turns what became of a question into why something was not checked. */
final class Reasons {

    private Reasons() {}

    /** Empty if the server has answered. */
    static Optional<NotChecked> notChecked(OptionalAnswer<?> answer) {
        return answer.whyNot().map(failure -> new NotChecked(cause(answer, failure), Optional.of(failure)));
    }

    private static Cause cause(OptionalAnswer<?> answer, Failure failure) {
        return switch (answer) {
            case OptionalAnswer.NotPermitted<?> _ -> Cause.NOT_PERMITTED;
            case OptionalAnswer.NotOffered<?> _ -> Cause.NOT_OFFERED;
            case OptionalAnswer.NotFound<?> _ -> Cause.NOT_FOUND;
            case OptionalAnswer.Failed<?> _,OptionalAnswer.Given<?> _ -> switch (failure) {
                case Failure.Cancelled _ -> Cause.CANCELLED;
                case Failure.MalformedAnswer _,Failure.TooLarge _,Failure.ListTooLong _ -> Cause.UNREADABLE;
                default -> Cause.FAILED;
            };
        };
    }
}
