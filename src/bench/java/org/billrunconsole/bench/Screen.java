package org.billrunconsole.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** The X screen that windows are measured on: the one there is, or one without a monitor that is begun for it. */
final class Screen implements AutoCloseable {

    private static final String VARIABLE = "DISPLAY";

    private final String name;
    private final Optional<Process> server;

    private Screen(String name, Optional<Process> server) {
        this.name = name;
        this.server = server;
    }

    /** @throws NotMeasured if there is none and none can be begun */
    static Screen open() throws NotMeasured {
        var here = System.getenv(VARIABLE);
        if (here != null && !here.isEmpty()) {
            return new Screen(here, Optional.empty());
        }
        try {
            var server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten",
                    "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said = server.inputReader();
            var number = Optional.ofNullable(said.readLine());
            return new Screen(":" + number.orElseThrow(() -> new NotMeasured("Xvfb would not start")),
                    Optional.of(server));
        } catch (IOException e) {
            throw new NotMeasured("no screen: DISPLAY is not set, and Xvfb is not installed");
        }
    }

    void showTo(ProcessBuilder program) {
        program.environment().put(VARIABLE, name);
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
