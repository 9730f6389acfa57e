package org.billrunconsole.bench.journal;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.billrunconsole.journal.Journal;

/**
 * Opens a journal as a start of the program does, in a virtual machine that has opened an empty one and nothing else: its
 * classes are loaded, as the program's are from its cache, but nothing is compiled.
 */
final class JournalStart {

    private static final int CHUNK = 1 << 16;
    /** Kept until it has been counted. */
    private static Object opened = "";

    private JournalStart() {}

    /** What is done. */
    enum How {
        /** What comes before the window: the journal is opened and asked what is open. */
        OPEN {
            @Override
            Object of(Path folder) {
                var journal = Journal.open(folder, LongJournal.clock());
                if (!journal.open().isEmpty() || !journal.unreadable().isEmpty() || journal.damage().isPresent()) {
                    throw new IllegalStateException("Not as it was written");
                }
                return journal;
            }
        },

        /** Every line is checked, as is done behind the window. */
        VERIFY {
            @Override
            Object of(Path folder) {
                var journal = Journal.open(folder, LongJournal.clock());
                return journal.verify();
            }
        },

        /** For comparison: every byte of the files through SHA-256, and nothing else. */
        BYTES {
            @Override
            Object of(Path folder) throws IOException, GeneralSecurityException {
                var digest = MessageDigest.getInstance("SHA-256");
                var chunk = new byte[CHUNK];
                for (var file : LongJournal.files(folder)) {
                    try (var in = new FileInputStream(file.toFile())) {
                        for (var size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                            digest.update(chunk, 0, size);
                        }
                    }
                }
                return digest.digest();
            }
        };

        abstract Object of(Path folder) throws IOException, GeneralSecurityException;
    }

    /**
     * Prints how many nanoseconds it took, and how many bytes are kept afterwards.
     *
     * @param arguments how, and the journal's folder
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var how = How.valueOf(arguments[0]);
        var folder = Path.of(arguments[1]);
        // The program has its classes at hand by then.
        How.OPEN.of(Files.createTempDirectory("empty-journal"));
        var before = kept();
        var begun = System.nanoTime();
        opened = how.of(folder);
        var took = System.nanoTime() - begun;
        System.out.println("took " + took + " kept " + (kept() - before) + " for " + opened.getClass().getSimpleName());
    }

    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
