package org.billrunconsole.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made when it is first asked for: what most starts never show then costs them nothing. For the
 * window's thread only.
 */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> factory;
    private Optional<T> made = Optional.empty();

    Lazy(Supplier<T> factory) {
        this.factory = factory;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(factory.get());
        }
        return made.get();
    }

    Optional<T> ifMade() {
        return made;
    }
}
