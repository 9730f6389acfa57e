package org.billrunconsole.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Somewhere to show a window. On Linux always a screen of its own: build machines have none, and the windows of the
 * person who builds stay out of it. The others cannot do without their own.
 */
final class Display implements AutoCloseable {

    private final Optional<Process> server;
    private final Optional<String> number;

    private Display(Optional<Process> server, Optional<String> number) {
        this.server = server;
        this.number = number;
    }

    static Display open(OperatingSystem system) throws IOException {
        if (system != OperatingSystem.LINUX) {
            return new Display(Optional.empty(), Optional.empty());
        }
        var server = new ProcessBuilder(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24",
                "-nolisten", "tcp")).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var answer = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        var number = answer.readLine();
        if (number == null) {
            throw new Complaint("Xvfb would not start: run \"Xvfb -displayfd 1\" to see why");
        }
        return new Display(Optional.of(server), Optional.of(number.strip()));
    }

    Optional<String> number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().destroy();
            server.get().getInputStream().close();
        }
    }
}
