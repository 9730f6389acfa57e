package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the headers of a program or library of macOS (Mach-O) say, over all the processors that it is made for.
 *
 * @param processors as {@link OperatingSystem#processor} says them
 * @param minimum    the oldest system that every part runs on, like {@code 11.0}
 * @param signed     whether every part carries a signature; not whether it holds
 */
record MacFile(Set<String> processors, String minimum, boolean signed) {

    private static final int FAT = 0xcafebabe;
    private static final int MACH_64 = 0xfeedfacf;
    private static final int ARM64 = 0x0100000c;
    private static final int X64 = 0x01000007;
    private static final int HEADER = 32;
    private static final int FAT_ARCHITECTURE = 20;
    private static final int CODE_SIGNATURE = 0x1d;
    private static final int VERSION_MIN_MACOSX = 0x24;
    private static final int BUILD_VERSION = 0x32;

    /** One processor's part. */
    private record Part(String processor, int minimum, boolean signed) {}

    static MacFile read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            var parts = new ArrayList<Part>();
            if (all.getInt(0) == FAT) {
                for (var i = 0; i < all.getInt(Integer.BYTES); i++) {
                    parts.add(part(all.slice(all.getInt(8 + i * FAT_ARCHITECTURE + 8),
                            all.getInt(8 + i * FAT_ARCHITECTURE + 12)), file));
                }
            } else {
                parts.add(part(all.slice(), file));
            }
            return of(parts);
        } catch (IndexOutOfBoundsException e) {
            throw new Complaint(file + " is no program or library of macOS");
        }
    }

    private static MacFile of(List<Part> parts) {
        var processors = new HashSet<String>();
        parts.forEach(part -> processors.add(part.processor()));
        var minimum = parts.stream().mapToInt(Part::minimum).max().orElse(0);
        return new MacFile(Set.copyOf(processors), (minimum >> 16) + "." + (minimum >> 8 & 0xff),
                parts.stream().allMatch(Part::signed));
    }

    private static Part part(ByteBuffer part, Path file) {
        part.order(ByteOrder.LITTLE_ENDIAN);
        if (part.getInt(0) != MACH_64) {
            throw new Complaint(file + " is no program or library of macOS");
        }
        var processor = switch (part.getInt(4)) {
            case ARM64 -> "aarch64";
            case X64 -> "x64";
            default -> "0x" + Integer.toHexString(part.getInt(4));
        };
        var minimum = 0;
        var signed = false;
        var at = HEADER;
        for (var i = 0; i < part.getInt(16); i++) {
            switch (part.getInt(at)) {
                case CODE_SIGNATURE -> signed = true;
                case VERSION_MIN_MACOSX -> minimum = part.getInt(at + 8);
                case BUILD_VERSION -> minimum = part.getInt(at + 12);
                default -> {
                }
            }
            at += part.getInt(at + 4);
        }
        return new Part(processor, minimum, signed);
    }
}
