package org.billrunconsole;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.settings.SecretStore;
import org.billrunconsole.settings.SecretStore.Key;
import org.billrunconsole.settings.SecretStore.Purpose;

/**
 * Keeps the hash of the journal's last line in the operating system's key store, so that somebody who takes lines and
 * the journal's head away together is found out. Where there is no key store it does nothing. Its methods block on the
 * key store.
 */
final class JournalAnchor {

    private final Journal journal;
    private final SecretStore secrets;
    private final Key key;
    private String kept = "";
    private boolean compared;

    /** @param folder where the journal lies */
    JournalAnchor(Journal journal, SecretStore secrets, Path folder) {
        this.journal = journal;
        this.secrets = secrets;
        this.key = new Key(UUID.nameUUIDFromBytes(folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)),
                Purpose.JOURNAL);
    }

    /** The first time {@link #compare}, and from then on {@link #keep}. */
    void compareOrKeep() {
        if (!compared) {
            compared = true;
            compare();
        }
        keep();
    }

    /** Looks whether the line that was the last is still there; if not, the journal tells its damage listeners. */
    void compare() {
        secrets.find(key).map(String::new).ifPresent(hash -> {
            kept = hash;
            journal.verify(hash);
        });
    }

    /** Keeps the last line of now, unless nothing has been added, or something was found amiss. */
    void keep() {
        var last = journal.lastHash();
        if (!last.equals(kept) && journal.damage().isEmpty() && secrets.keep(key, last.toCharArray())) {
            kept = last;
        }
    }
}
