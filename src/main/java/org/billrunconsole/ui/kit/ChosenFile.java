package org.billrunconsole.ui.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;

/**
 * A file that the operator chose to save something in.
 *
 * @param path where it is, or is to be
 */
public record ChosenFile(Path path) {

    /** So little room is none: no file system fills its last block. */
    private static final long NO_ROOM = 64 * 1024;

    private static final Set<PosixFilePermission> WRITES = Set.of(PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Writes the whole content. */
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /** What kept a file from being saved. */
    public enum Trouble {
        /** Another program has it open and keeps others from it. */
        IN_USE,
        /** The file may not be changed. */
        READ_ONLY,
        /** There is no such folder, or not any more. */
        FOLDER_MISSING,
        /** Nothing may be put in the folder. */
        FOLDER_READ_ONLY,
        /** There is no room left. */
        DISK_FULL,
        /** Something else; the log says what. */
        OTHER;

        /** What an attempt to save failed by. */
        public static Trouble of(Exception e) {
            return e instanceof NotSaved known ? known.trouble : OTHER;
        }
    }

    /** It could not be saved, for a reason that can be said in plain words; what was there is as it was. */
    public static final class NotSaved extends IOException {

        private static final long serialVersionUID = 1;

        private final Trouble trouble;

        NotSaved(Trouble trouble, Path file, Exception cause) {
            super(trouble + ": " + file, cause);
            this.trouble = trouble;
        }
    }

    /** Puts a text into it; as {@link #write(Content)}. */
    public void write(String text) throws IOException {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Puts the content into it, in place of what was there; if that fails, what was there stays. Blocks on the disk.
     *
     * @throws IOException if it cannot be written; a {@link NotSaved} if it is known why
     */
    public void write(Content content) throws IOException {
        var whole = path.toAbsolutePath();
        var folder = whole.getParent();
        // Renaming asks neither for the file's own rights nor, on some systems, whether somebody has it open.
        lookAt(whole, folder);
        var part = Path.of("");
        try {
            // Beside it, so that it can be renamed: nobody is ever to find half a file under the name they chose.
            part = Files.createTempFile(folder, whole.getFileName().toString(), ".part");
            try (var out = Files.newOutputStream(part)) {
                content.writeTo(out);
            }
            // Somebody may have opened it since.
            lookAt(whole, folder);
            move(part, whole);
        } catch (AccessDeniedException e) {
            throw new NotSaved(Trouble.FOLDER_READ_ONLY, whole, e);
        } catch (NotSaved e) {
            throw e;
        } catch (IOException e) {
            throw isFull(folder, e) ? new NotSaved(Trouble.DISK_FULL, whole, e)
                    : Files.isDirectory(folder) ? e : new NotSaved(Trouble.FOLDER_MISSING, whole, e);
        } finally {
            if (!part.toString().isEmpty()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** The same with this ending, in lower or upper case, unless it has it. */
    public ChosenFile withEnding(String ending) {
        var name = String.valueOf(path.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? this
                : new ChosenFile(path.resolveSibling(name + ending));
    }

    /** Whether there is a file now; asks the disk. */
    public boolean isThere() {
        return Files.exists(path);
    }

    /** What it is called, without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The whole path of its folder, for people. */
    public String folder() {
        return String.valueOf(path.toAbsolutePath().getParent());
    }

    /** Its whole path, for people. */
    @Override
    public String toString() {
        return path.toAbsolutePath().toString();
    }

    private static void lookAt(Path whole, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotSaved(Trouble.FOLDER_MISSING, whole, null);
        }
        if (!Files.isRegularFile(whole)) {
            return;
        }
        if (isReadOnly(whole)) {
            throw new NotSaved(Trouble.READ_ONLY, whole, null);
        }
        try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock == null) {
                throw new NotSaved(Trouble.IN_USE, whole, null);
            }
        } catch (OverlappingFileLockException e) {
            throw new NotSaved(Trouble.IN_USE, whole, e);
        } catch (AccessDeniedException e) {
            throw new NotSaved(Trouble.READ_ONLY, whole, e);
        } catch (NoSuchFileException _) {
            // It has gone meanwhile, and is in nobody's way.
        } catch (FileSystemException e) {
            // So Windows says that another program has it.
            throw new NotSaved(Trouble.IN_USE, whole, e);
        } catch (NotSaved e) {
            throw e;
        } catch (IOException _) {
            // A file system without locks: nobody can have it locked.
        }
    }

    /** By its own marks: who may do everything may write what is marked as not to be written too. */
    private static boolean isReadOnly(Path whole) throws IOException {
        var dos = Files.getFileAttributeView(whole, DosFileAttributeView.class);
        if (whole.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.getPosixFilePermissions(whole).stream().noneMatch(WRITES::contains);
        }
        return dos != null && dos.readAttributes().isReadOnly() || !Files.isWritable(whole);
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw Files.isRegularFile(whole) ? new NotSaved(Trouble.IN_USE, whole, e) : e;
        }
    }

    /** By what the system says, in its own language, and by what room is left. */
    private static boolean isFull(Path folder, IOException e) {
        var said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        try {
            return said.contains("no space left") || said.contains("not enough space") || said.contains("quota")
                    || Files.getFileStore(folder).getUsableSpace() < NO_ROOM;
        } catch (IOException _) {
            return false;
        }
    }
}
