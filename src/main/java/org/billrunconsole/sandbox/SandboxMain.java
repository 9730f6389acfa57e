package org.billrunconsole.sandbox;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;

/** Starts a sandbox alone, so that any client can be pointed at it. */
public final class SandboxMain {

    private SandboxMain() {}

    /** Reads the arguments and, unless they only ask for words, serves until the process is stopped. */
    public static void main(String[] args) {
        switch (SandboxCommand.parse(List.of(args))) {
            case SandboxCommand.Print(var text) -> System.out.println(text);
            case SandboxCommand.BadUse(var line) -> end(line + " (see --help)", 2);
            case SandboxCommand.Serve(var options) -> serve(options);
        }
    }

    private static void serve(SandboxOptions options) {
        try {
            // The server's own thread keeps the process alive.
            System.out.println(welcome(Sandbox.start(options), options));
        } catch (UncheckedIOException e) {
            end(String.valueOf(e.getMessage()), 1);
        }
    }

    private static String welcome(Sandbox sandbox, SandboxOptions options) {
        return String.format(Locale.ROOT, """
                Sandbox  %s
                Admin    %s/faults
                Users    brand %s
                         %s, password %s, reads and writes
                         %s, password %s, reads only
                Token    of %s, good for %d min; POST /authenticate gives another
                %s

                curl -H 'Authorization: Bearer TOKEN' '%s/bill-runs?page=1&pageSize=10&sort=id'
                Stop with Ctrl+C.""", sandbox.baseUri(), sandbox.adminUri(), SandboxUser.BRAND,
                SandboxUser.OPERATOR.username(), SandboxUser.OPERATOR.password(), SandboxUser.READER.username(),
                SandboxUser.READER.password(), SandboxUser.OPERATOR.username(), options.tokenLifetime().toMinutes(),
                sandbox.token(SandboxUser.OPERATOR), sandbox.baseUri());
    }

    private static void end(String line, int status) {
        System.err.println("sandbox: " + line);
        System.exit(status);
    }
}
