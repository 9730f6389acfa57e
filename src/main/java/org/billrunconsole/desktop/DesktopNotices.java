package org.billrunconsole.desktop;

/** Short messages shown by the operating system, wherever the operator is. Losing one is never an error. */
public interface DesktopNotices extends AutoCloseable {

    /**
     * Shows one; blocks for a moment, so not for the window's thread. Failures are logged, the first of a kind only.
     *
     * @param title one line; nothing that must not stand on a locked screen
     * @param text  a line more, or empty
     */
    void show(String title, String text);

    @Override
    void close();

    /** Those of this operating system. Nothing is opened before the first is shown. */
    static DesktopNotices ofSystem() {
        return new SystemNotices(Channel.of(System.getProperty("os.name", "")));
    }

    /** Shows nothing. */
    static DesktopNotices none() {
        return new SystemNotices((_, _) -> {});
    }
}
