package org.billrunconsole.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.billrunconsole.sandbox.SandboxMain;

/** The sandbox in a process of its own, as somebody starts it beside the console. */
public final class SandboxProcess implements AutoCloseable {

    private static final Pattern WELCOME = Pattern.compile(
            "Sandbox\\s+(?<address>http\\S+).*^Token.*?$\\s+(?<token>\\S+)$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Process process;
    private final URI base;
    private final String token;

    private SandboxProcess(Process process, URI base, String token) {
        this.process = process;
        this.base = base;
        this.token = token;
    }

    /** @param folder for what it prints */
    public static SandboxProcess start(Path folder, String... args) throws IOException {
        var output = folder.resolve("sandbox.txt");
        var process = ChildJvm.of(SandboxMain.class, folder.resolve("sandbox.log"), args)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || WELCOME.matcher(Files.readString(output)).find());
            var said = WELCOME.matcher(Files.readString(output));
            if (!said.find()) {
                throw new IOException("The sandbox did not start: " + Files.readString(output));
            }
            return new SandboxProcess(process, URI.create(said.group("address")), said.group("token"));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public URI baseUri() {
        return base;
    }

    /** What somebody who reads and writes is let in with. */
    public String token() {
        return token;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
