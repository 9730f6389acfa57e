package org.billrunconsole.export.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a pack, in the order in which they lie in its ZIP; nothing else belongs there. */
public enum PackFile {
    /** How to verify the pack without this program. */
    GUIDE("HOW-TO-VERIFY.txt"),
    /** What was done, for people. */
    DOCUMENT("evidence.pdf"),
    /** The run's lines of the journal, byte for byte, each ended by a line feed. */
    LINES("journal.jsonl"),
    /** The hashes of the journal's lines from the one before the run's first to its last, as {@link ChainTable}. */
    CHAIN("chain.tsv"),
    /** The SHA-256 of each of the files above, as {@code sha256sum -c} reads them. */
    SUMS("SHA256SUMS"),
    /** The SHA-256 of that file, in the same form: by it the pack as a whole is known. */
    SEAL("SHA256SUMS.sha256");

    private final String fileName;

    PackFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** Those that {@link #SUMS} lists. */
    static List<PackFile> listed() {
        return List.of(GUIDE, DOCUMENT, LINES, CHAIN);
    }

    static Optional<PackFile> named(String name) {
        return Arrays.stream(values()).filter(file -> file.fileName.equals(name)).findFirst();
    }
}
