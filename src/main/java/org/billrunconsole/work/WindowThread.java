package org.billrunconsole.work;

/**
 * Asserts the thread: classes that touch the disk or the network assert that they are not on the window's thread, so
 * that a test fails on whoever would freeze the window.
 */
public final class WindowThread {

    /** By name, since asking JavaFX would start it in processes that have no window. */
    private static final String NAME = "JavaFX Application Thread";

    private WindowThread() {}

    /** True if waiting here freezes nothing that a person looks at; made for an {@code assert}. */
    public static boolean isElsewhere() {
        return !NAME.equals(Thread.currentThread().getName());
    }
}
