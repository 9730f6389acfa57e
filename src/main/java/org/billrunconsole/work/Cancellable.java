package org.billrunconsole.work;

/** Something that can be cancelled: a scheduled task, a running one, a listener. */
@FunctionalInterface
public interface Cancellable {

    /** Calls it off; does nothing if it is over or called off already. */
    void cancel();
}
