package org.billrunconsole.runs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Scanner;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.work.SystemScheduler;

/**
 * A console without a window, in a process of its own, that does as it is told line by line: {@code see ID} reads a
 * regular run, as an operator sees it; {@code move N} moves the schedule of the run it saw. It answers each with a line.
 */
final class RacingConsole {

    static final String TOKEN = "RACING_CONSOLE_TOKEN";

    private RacingConsole() {}

    /** Arguments: base address and folder; the token comes from the environment. */
    public static void main(String[] args) {
        try (var scheduler = new SystemScheduler();
                var api = HttpApi.connect(ClientOptions.of(URI.create(args[0])),
                        TokenSource.fixed(System.getenv(TOKEN)));
                var console = new TestConsole(Path.of(args[1]), api, InstantSource.system(), scheduler);
                var orders = new Scanner(System.in, StandardCharsets.UTF_8)) {
            Run seen = null;
            System.out.println("ready");
            while (orders.hasNextLine()) {
                var order = orders.nextLine().split(" ");
                if (order[0].equals("see")) {
                    seen = api.run(RunKey.regular(Long.parseLong(order[1])));
                    System.out.println("seen");
                } else if (seen != null) {
                    var move = new Command.AdjustSchedule(seen.key(), Integer.parseInt(order[1]));
                    System.out.println(Confirmed.perform(console.requests(), console.writes(), move, seen, "")
                            .getClass().getSimpleName());
                }
            }
        }
    }
}
