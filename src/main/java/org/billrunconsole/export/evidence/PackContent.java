package org.billrunconsole.export.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a pack as they lie in a ZIP that may come from anybody. Nothing is unpacked onto the disk; only files that
 * belong to a pack are read, each of them once and up to a limit, whatever the ZIP says of their length.
 *
 * @param files  those that could be read
 * @param faults what is wrong with the others
 */
record PackContent(Map<PackFile, byte[]> files, List<PackFault> faults) {

    /** In bytes; journals hold some kilobytes of a run. */
    static final int LARGEST_FILE = 64 << 20;

    private static final long LARGEST_ZIP = 256L << 20;
    private static final int MOST_FILES = 64;

    /** Empty if it is no ZIP that can be a pack. */
    static Optional<PackContent> read(Path zip) throws IOException {
        if (Files.size(zip) > LARGEST_ZIP) {
            return Optional.empty();
        }
        try (var opened = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            return opened.size() > MOST_FILES ? Optional.empty() : Optional.of(read(opened));
        } catch (ZipException _) {
            return Optional.empty();
        }
    }

    private static PackContent read(ZipFile zip) {
        var files = new EnumMap<PackFile, byte[]>(PackFile.class);
        var faults = new ArrayList<PackFault>();
        var seen = new HashSet<String>();
        for (var entries = zip.entries(); entries.hasMoreElements();) {
            var entry = entries.nextElement();
            var name = entry.getName();
            var file = PackFile.named(name);
            if (file.isEmpty()) {
                faults.add(new PackFault.FileForeign(name));
            } else if (!seen.add(name)) {
                faults.add(new PackFault.FileTwice(name));
            } else {
                read(zip, entry, file.get(), files, faults);
            }
        }
        for (var file : PackFile.values()) {
            if (!seen.contains(file.fileName())) {
                faults.add(new PackFault.FileMissing(file.fileName()));
            }
        }
        return new PackContent(files, faults);
    }

    private static void read(ZipFile zip, ZipEntry entry, PackFile file, Map<PackFile, byte[]> files,
            List<PackFault> faults) {
        try (var in = zip.getInputStream(entry)) {
            var content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                faults.add(new PackFault.FileTooLarge(file.fileName()));
            } else {
                files.put(file, content);
            }
        } catch (IOException | RuntimeException _) {
            faults.add(new PackFault.FileUnreadable(file.fileName()));
        }
    }
}
