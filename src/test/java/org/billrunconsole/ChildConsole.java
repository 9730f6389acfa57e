package org.billrunconsole;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.ChildJvm;

/** A {@link KilledConsole} as its test sees it: it has looked at the run, and takes the step when it is told to. */
final class ChildConsole implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    private ChildConsole(Process process) {
        this.process = process;
        this.answers = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    }

    /**
     * Starts one and waits until it has looked at the run.
     *
     * @param name of its log
     * @param more the nickname that an ad hoc run is to get; nothing for the full invoices of a regular one
     */
    static ChildConsole start(Sandbox sandbox, Path folder, String name, RunKey run, String... more)
            throws IOException {
        var arguments = Stream.concat(Stream.of(sandbox.baseUri().toString(), folder.toString(),
                Long.toString(run.id())), Stream.of(more)).toArray(String[]::new);
        var builder = ChildJvm.of(KilledConsole.class, folder.resolve(name + "-suite.log"), arguments);
        builder.environment().put(CommandLine.TOKEN_VARIABLE, sandbox.token(SandboxUser.OPERATOR));
        var console = new ChildConsole(builder.redirectError(folder.resolve(name + ".err").toFile()).start());
        console.answer(KilledConsole.READY);
        return console;
    }

    /** Tells it to take the step. */
    void go() throws IOException {
        var orders = process.outputWriter(StandardCharsets.UTF_8);
        orders.write("go");
        orders.newLine();
        orders.flush();
    }

    /** What came of the step: the name of the result; waits for it. */
    String result() throws IOException {
        return answer(KilledConsole.RESULT).substring(KilledConsole.RESULT.length());
    }

    /** Kills it, wherever it is. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The next line with this beginning; the log's own lines stand between. */
    private String answer(String beginning) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new IOException("The console has ended");
    }
}
