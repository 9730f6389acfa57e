package org.billrunconsole;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.sandbox.SandboxOptions;

/**
 * What the program meets outside itself, and a test puts something else for.
 *
 * @param sandbox     what the built-in sandbox is to be like
 * @param environment the environment's variables
 * @param desktop     the operating system's messages
 */
record Outside(UnaryOperator<SandboxOptions> sandbox, Function<String, Optional<String>> environment,
        DesktopNotices desktop) {

    static Outside real() {
        return new Outside(UnaryOperator.identity(), name -> Optional.ofNullable(System.getenv(name)),
                DesktopNotices.ofSystem());
    }

    Outside withSandbox(UnaryOperator<SandboxOptions> like) {
        return new Outside(like, environment, desktop);
    }

    Outside withEnvironment(Function<String, Optional<String>> variables) {
        return new Outside(sandbox, variables, desktop);
    }

    Outside withDesktop(DesktopNotices other) {
        return new Outside(sandbox, environment, other);
    }
}
