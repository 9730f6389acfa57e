package org.billrunconsole.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.policy.MachinePolicy;

/** Collects what a person can send to whoever helps: only what is on this list, and shown before it is saved. */
public final class Diagnostics {

    /** The end of the log is what matters. */
    private static final int LONGEST_LOG = 2 << 20;

    /** A text that goes into the file. */
    public record Part(String name, String text) {}

    private final String version;
    private final SettingsStore settings;
    private final MachinePolicy policy;
    private final Logs logs;
    private final Supplier<List<String>> timings;

    /**
     * @param version the product's name and version
     * @param policy  what the computer's administrators have laid down
     * @param timings one line for each of the last requests: when, method, path, status, milliseconds
     */
    public Diagnostics(String version, SettingsStore settings, MachinePolicy policy, Logs logs,
            Supplier<List<String>> timings) {
        this.version = version;
        this.settings = settings;
        this.policy = policy;
        this.logs = logs;
        this.timings = timings;
    }

    /** All of it as it would be saved; reads files. */
    public List<Part> parts() {
        return List.of(part("versions.txt", versions()), part("settings.txt", settings()),
                part("requests.txt", String.join("\n", timings.get())), part("console.log", log()));
    }

    /** Saves what was shown, as a ZIP; leaves the stream open. */
    public static void save(List<Part> shown, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to);
        for (var part : shown) {
            zip.putNextEntry(new ZipEntry(part.name()));
            zip.write(part.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static Part part(String name, String text) {
        return new Part(name, Redaction.of(text));
    }

    private String versions() {
        var lines = new TreeMap<>(Map.of("product", version));
        for (var name : List.of("java.runtime.version", "java.vendor", "javafx.runtime.version", "os.name",
                "os.version", "os.arch", "file.encoding", "user.language")) {
            lines.put(name, System.getProperty(name, "?"));
        }
        return lines.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private String settings() {
        return String.join("\n", PolicyInWords.of(policy)) + "\n"
                + SettingsInWords.of(new KnownConnections(settings, policy.policy()).all(), settings.preferences(),
                        settings.notices());
    }

    private String log() {
        try (var file = new RandomAccessFile(logs.current().toFile(), "r")) {
            var from = Math.max(0, file.length() - LONGEST_LOG);
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "The log could not be read: " + e.getClass().getSimpleName();
        }
    }
}
