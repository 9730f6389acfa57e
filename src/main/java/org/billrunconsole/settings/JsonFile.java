package org.billrunconsole.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One JSON object in a file. Each change reads the file again under a lock that other processes wait for, so that two
 * consoles on one folder keep each other's changes, and replaces it in one step, so that no crash leaves half a file.
 */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final InstantSource clock;
    private final Consumer<SettingsNotice> notices;

    JsonFile(Path file, InstantSource clock, Consumer<SettingsNotice> notices) {
        this.file = file;
        this.clock = clock;
        this.notices = notices;
    }

    /** What is in it; an empty object if there is none or it is damaged. */
    ObjectNode read() {
        lock.lock();
        try {
            return readLocked();
        } catch (IOException e) {
            notices.accept(new SettingsNotice.Unreadable(file, e.getClass().getSimpleName()));
            return MAPPER.createObjectNode();
        } finally {
            lock.unlock();
        }
    }

    /** Changes what is in it. */
    void change(Consumer<ObjectNode> change) throws IOException {
        lock.lock();
        try {
            Files.createDirectories(file.getParent());
            // The settings themselves are replaced, so a lock on them would be a lock on a file that is gone.
            try (var channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = channel.lock()) {
                var tree = readLocked();
                change.accept(tree);
                write(tree);
            }
        } finally {
            lock.unlock();
        }
    }

    /** @throws IOException if it is there and cannot be read: a change must not put an empty one in its place */
    private ObjectNode readLocked() throws IOException {
        try {
            if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode tree) {
                return tree;
            }
            setAside("it is not a JSON object");
        } catch (NoSuchFileException _) {
            return MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            // Its message quotes the file.
            setAside("line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + " cannot be read");
        }
        return MAPPER.createObjectNode();
    }

    private void setAside(String why) throws IOException {
        var name = file.getFileName() + ".damaged-" + STAMP.format(clock.instant());
        var aside = file.resolveSibling(name);
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        notices.accept(new SettingsNotice.SetAside(file, aside, why));
    }

    private void write(ObjectNode tree) throws IOException {
        var draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
                // Without it a power cut may leave the new name on an empty file.
                channel.force(true);
            }
            replace(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void replace(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
