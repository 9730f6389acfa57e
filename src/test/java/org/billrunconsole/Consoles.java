package org.billrunconsole;

import java.util.function.UnaryOperator;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.sandbox.api.SandboxOptions;

/** Whole consoles for tests. */
final class Consoles {

    private Consoles() {}

    /**
     * One that leaves the desktop alone, on a screen of 1440 x 900 pixels.
     *
     * @param sandbox what the built-in sandbox is to be like
     */
    static ConsoleApp on(UnaryOperator<SandboxOptions> sandbox, String... args) {
        return new ConsoleApp(PlatformServices.real()
                .withSandbox(sandbox)
                .withDesktop(DesktopNotices.none())
                .withScreen(1440, 900), args);
    }
}
