package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the header of a program or library of Windows (PE) says.
 *
 * @param processor as {@link OperatingSystem#processor} says it, or the number that nobody here knows
 * @param signed    whether it carries a signature; not whether the signature holds
 */
record WindowsFile(String processor, boolean signed) {

    private static final int HEADER_ADDRESS = 0x3c;
    private static final int PE = 0x4550;
    private static final int PE32_PLUS = 0x20b;
    private static final int MACHINE_X64 = 0x8664;
    private static final int MACHINE_ARM64 = 0xaa64;
    /** The table of directories begins there in the optional header, and the fifth is that of the signatures. */
    private static final int DIRECTORIES = 96;
    private static final int DIRECTORIES_PLUS = 112;
    private static final int SIGNATURES = 4;
    private static final int DIRECTORY = 8;
    private static final int OPTIONAL_HEADER = 24;
    private static final int ENOUGH = 4096;

    static WindowsFile read(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(ENOUGH);
        }
        var header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        try {
            var at = header.getInt(HEADER_ADDRESS);
            if (header.getInt(at) != PE) {
                throw new Complaint(file + " is no program or library of Windows");
            }
            var machine = Short.toUnsignedInt(header.getShort(at + Integer.BYTES));
            var optional = at + OPTIONAL_HEADER;
            var directories = Short.toUnsignedInt(header.getShort(optional)) == PE32_PLUS ? DIRECTORIES_PLUS
                    : DIRECTORIES;
            var signatures = optional + directories + SIGNATURES * DIRECTORY;
            return new WindowsFile(switch (machine) {
                case MACHINE_X64 -> "x64";
                case MACHINE_ARM64 -> "aarch64";
                default -> "0x" + Integer.toHexString(machine);
            }, header.getInt(signatures) != 0 && header.getInt(signatures + Integer.BYTES) != 0);
        } catch (IndexOutOfBoundsException e) {
            throw new Complaint(file + " is no program or library of Windows");
        }
    }
}
