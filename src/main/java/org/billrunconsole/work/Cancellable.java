package org.billrunconsole.work;

/** Something under way that can be called off. */
@FunctionalInterface
public interface Cancellable {

    /** Calls it off; does nothing if it is over or called off already. */
    void cancel();
}
