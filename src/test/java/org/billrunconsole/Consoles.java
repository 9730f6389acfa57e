package org.billrunconsole;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.ui.kit.export.FilePlaces;

/** Whole consoles for tests. */
final class Consoles {

    private Consoles() {}

    /**
     * One that leaves the desktop alone, on a screen of 1440 x 900 pixels, without a policy.
     *
     * @param sandbox what the built-in sandbox is to be like
     */
    static ConsoleApp on(UnaryOperator<SandboxOptions> sandbox, String... args) {
        return on(sandbox, FilePlaces.ofSystem(), args);
    }

    /**
     * The same.
     *
     * @param files answers the operating system's dialogs for files
     */
    static ConsoleApp on(UnaryOperator<SandboxOptions> sandbox, FilePlaces files, String... args) {
        return new ConsoleApp(PlatformServices.real()
                .withFiles(files)
                .withSandbox(sandbox)
                .withDesktop(DesktopNotices.none())
                .withPolicy(PolicyPlace.at(Path.of("no-policy.json"), _ -> false))
                .withScreen(1440, 900), args);
    }
}
