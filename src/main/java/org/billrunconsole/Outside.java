package org.billrunconsole;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.sandbox.SandboxOptions;
import org.billrunconsole.settings.WindowBounds;

/**
 * What the program meets outside itself, and a test puts something else for.
 *
 * @param sandbox     what the built-in sandbox is to be like
 * @param environment the environment's variables
 * @param desktop     the operating system's messages
 * @param screens     the parts of the screens that windows may use, the main one first; asked on the window's thread
 */
record Outside(UnaryOperator<SandboxOptions> sandbox, Function<String, Optional<String>> environment,
        DesktopNotices desktop, Supplier<List<WindowBounds.Screen>> screens) {

    static Outside real() {
        return new Outside(UnaryOperator.identity(), name -> Optional.ofNullable(System.getenv(name)),
                DesktopNotices.ofSystem(), MainWindow::screens);
    }

    Outside withSandbox(UnaryOperator<SandboxOptions> like) {
        return new Outside(like, environment, desktop, screens);
    }

    Outside withEnvironment(Function<String, Optional<String>> variables) {
        return new Outside(sandbox, variables, desktop, screens);
    }

    Outside withDesktop(DesktopNotices other) {
        return new Outside(sandbox, environment, other, screens);
    }

    /** With one screen, all of which windows may use; in pixels. */
    Outside withScreen(double width, double height) {
        return new Outside(sandbox, environment, desktop, () -> List.of(new WindowBounds.Screen(0, 0, width, height)));
    }
}
