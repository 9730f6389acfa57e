package org.billrunconsole.api;

import java.util.Optional;
import java.util.function.Function;
import org.billrunconsole.domain.Failure;

/**
 * What became of a question that the console can do without. Anything but {@link Given} means "not checked", never
 * "nothing found".
 */
public sealed interface OptionalAnswer<T> {

    /**
     * The server answered.
     *
     * @param value its answer
     */
    record Given<T>(T value) implements OptionalAnswer<T> {}

    /**
     * 404 to a question about one id: there is no such thing, or this user may not see it, or the server does not have
     * the operation. The API does not tell these apart.
     */
    record NotFound<T>(Failure failure) implements OptionalAnswer<T> {}

    /** 404 to a question for a list, or 501: the server does not have the operation. It is not asked again. */
    record NotOffered<T>(Failure failure) implements OptionalAnswer<T> {}

    /** 403: this user may not. The server is not asked again until {@link ReviewApi#forgetRefusals}. */
    record NotPermitted<T>(Failure failure) implements OptionalAnswer<T> {}

    /**
     * Anything else, a cancelled call included ({@link Failure.Cancelled}). Pages of a list that came before have been
     * given to their consumer, so what it has is a part of the list.
     */
    record Failed<T>(Failure failure) implements OptionalAnswer<T> {}

    /** The answer, if there is one. */
    default Optional<T> given() {
        return this instanceof Given<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    /** Why there is no answer, if there is none. */
    default Optional<Failure> whyNot() {
        return switch (this) {
            case Given<T> _ -> Optional.empty();
            case NotFound<T>(var failure) -> Optional.of(failure);
            case NotOffered<T>(var failure) -> Optional.of(failure);
            case NotPermitted<T>(var failure) -> Optional.of(failure);
            case Failed<T>(var failure) -> Optional.of(failure);
        };
    }

    /** The same with another value. */
    default <R> OptionalAnswer<R> map(Function<? super T, ? extends R> to) {
        return switch (this) {
            case Given<T>(var value) -> new Given<>(to.apply(value));
            case NotFound<T>(var failure) -> new NotFound<>(failure);
            case NotOffered<T>(var failure) -> new NotOffered<>(failure);
            case NotPermitted<T>(var failure) -> new NotPermitted<>(failure);
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }
}
