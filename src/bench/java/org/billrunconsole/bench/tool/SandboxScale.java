package org.billrunconsole.bench.tool;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;

/** How long the sandbox takes to seed many runs, and to serve a large page of them. Run by .ci/sandbox-scale. */
class SandboxScale {

    private static final int WARM_UP = 60;
    private static final int MEASURED = 200;

    public static void main(String[] args) throws Exception {
        var runs = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var cpu = ManagementFactory.getThreadMXBean();
        var cpuBegin = cpu.getCurrentThreadCpuTime();
        var begin = System.nanoTime();
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withRuns(runs).withInProgress(1_000));
                var http = HttpClient.newHttpClient()) {
            System.out.printf(
                    "seed of %,d runs and 1,000 in progress, until it answers: %,d ms, of which at work %,d ms%n", runs,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    Duration.ofNanos(cpu.getCurrentThreadCpuTime() - cpuBegin).toMillis());
            var middle = Math.max(1, runs / 2_000);
            measure(http, sandbox, "first page by id", "page=1&pageSize=1000&sort=id");
            measure(http, sandbox, "middle page by id", "page=" + middle + "&pageSize=1000&sort=id");
            measure(http, sandbox, "middle page by name", "page=" + middle + "&pageSize=1000&sort=name");
            measure(http, sandbox, "closed ones, few fields", "page=1&pageSize=1000&sort=id&billRunStatus=CLOSED"
                    + "&fields=id,billRunStatus,summaryStatus,summaryStatusPercentage");
        }
    }

    private static void measure(HttpClient http, Sandbox sandbox, String what, String query) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/bill-runs?" + query))
                .header("Authorization", "Bearer " + sandbox.token(SandboxUser.READER))
                .build();
        var micros = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            var begin = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Status " + answer.statusCode());
            }
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / 1_000;
            }
        }
        Arrays.sort(micros);
        System.out.printf("%-25s median %.1f ms, 90 %% within %.1f ms, best %.1f ms%n", what,
                micros[MEASURED / 2] / 1000.0, micros[MEASURED * 9 / 10] / 1000.0, micros[0] / 1000.0);
    }
}
