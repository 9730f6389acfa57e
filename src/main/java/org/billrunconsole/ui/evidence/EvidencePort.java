package org.billrunconsole.ui.evidence;

import java.io.IOException;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.export.evidence.PackReport;
import org.billrunconsole.ui.kit.ChosenFile;

/** Makes and verifies evidence packs. Its methods block and throw unchecked exceptions too where a journal fails. */
public interface EvidencePort {

    /**
     * A pack that lies in its file.
     *
     * @param seal its number
     * @param kept whether the journal holds it, so that the pack can be told from a forged one here
     */
    record Made(String seal, boolean kept) {}

    /**
     * What was found of a pack.
     *
     * @param known what the journal of this connection says of a pack with its number
     */
    record Verified(PackReport report, Optional<Activity.Note> known) {}

    /** @throws IOException if it cannot be written; what was in the file's place stays */
    Made make(Run run, ChosenFile file) throws IOException;

    /** @throws IOException if the file cannot be read */
    Verified verify(ChosenFile file) throws IOException;
}
