package org.billrunconsole.testkit;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.billrunconsole.sandbox.SandboxMain;

/** The sandbox in a process of its own, as somebody starts it beside the console. */
public final class SandboxProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Sandbox\\s+(http\\S+)");

    private final Process process;
    private final URI base;

    private SandboxProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** @param folder for what it prints */
    public static SandboxProcess start(Path folder, String... args) throws IOException {
        var output = folder.resolve("sandbox.txt");
        var path = String.join(File.pathSeparator, "target/classes", System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A log of its own: it would begin the suite's anew, which LogScanTest reads.
                "-Dsuite.log=" + folder.resolve("sandbox.log"), "-cp", path, SandboxMain.class.getName()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || ADDRESS.matcher(Files.readString(output)).find());
            var said = ADDRESS.matcher(Files.readString(output));
            if (!said.find()) {
                throw new IOException("The sandbox did not start: " + Files.readString(output));
            }
            return new SandboxProcess(process, URI.create(said.group(1)));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public URI baseUri() {
        return base;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
