package org.billrunconsole;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Scanner;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.work.Scheduler;
import org.billrunconsole.work.SystemScheduler;

/**
 * A console without a window, in a process of its own, that looks at a run and takes one step once it is told to by a
 * line; a test kills it in the middle.
 */
final class KilledConsole {

    /** What it says once it has looked at the run. */
    static final String READY = "ready";

    /** How the line begins that says what came of the step. */
    static final String RESULT = "result: ";

    private KilledConsole() {}

    /**
     * Arguments: base address, folder, id of a regular run whose full invoices are to be made, or of an ad hoc run and the
     * nickname it is to get; the token comes from the environment.
     */
    public static void main(String[] args) {
        var base = URI.create(args[0]);
        var id = Long.parseLong(args[2]);
        var command = args.length > 3 ? new Command.ChangeNickname(RunKey.adhoc(id), args[3])
                : new Command.FullInvoices(RunKey.regular(id));
        try (var scheduler = new SystemScheduler();
                var services = connect(base, Path.of(args[1]), System.getenv(CommandLine.TOKEN_VARIABLE), scheduler,
                        InstantSource.system())) {
            services.monitor().start();
            services.refresh().load(command.run().kind());
            var confirmed = services.store().find(command.run()).orElseThrow();
            System.out.println(READY);
            if (new Scanner(System.in, StandardCharsets.UTF_8).hasNextLine()) {
                var result = Confirmed.perform(services.requests(), services.writes(), command, confirmed, "");
                System.out.println(RESULT + result.getClass().getSimpleName());
            }
        }
    }

    static ConnectionServices connect(URI base, Path folder, String token, Scheduler scheduler,
            InstantSource clock) {
        return new ConnectionServices(new Connection("Test", ConnectionKind.TEST, base), ClientOptions.of(base),
                TokenSource.fixed(token), () -> "billing.ops", folder, false, true, Optional.empty(), scheduler, clock,
                ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
    }
}
