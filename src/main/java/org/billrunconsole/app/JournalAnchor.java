package org.billrunconsole.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.LastLine;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Answer;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.work.Batches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the journal's last line in the operating system's key store, so that it is noticed when lines and the journal's
 * head file are removed together. The line kept last time is compared first; only once the key store has answered is a
 * new one kept. Without a key store nothing is kept. Nobody waits for the key store: it has a thread of its own.
 */
final class JournalAnchor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalAnchor.class);

    private final Journal journal;
    private final SecretStore secrets;
    private final Key key;
    private final Batches<LastLine> lines = new Batches<>("anchor the journal", this::anchor);
    /** For the one thread of the lines. */
    private boolean compared;
    private volatile Optional<LastLine> kept = Optional.empty();

    /** @param folder where the journal lies */
    JournalAnchor(Journal journal, SecretStore secrets, Path folder) {
        this.journal = journal;
        this.secrets = secrets;
        this.key = key(folder);
    }

    static Key key(Path folder) {
        return Key.journal(UUID.nameUUIDFromBytes(folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Compares, if the key store has not answered yet, and keeps the last line as it is now. If the line that was kept
     * is not there any more, the journal tells its damage listeners.
     */
    void look() {
        lines.add(journal.lastLine());
    }

    /** Keeps the last line if the key store answers soon. */
    @Override
    public void close() {
        if (!isKept(journal.lastLine())) {
            look();
            lines.close();
        }
    }

    private void anchor(List<LastLine> together) {
        compared = compared || compare();
        var last = together.getLast();
        // What was found amiss must be found again at the next start.
        if (compared && !isKept(last) && journal.damage().isEmpty()
                && secrets.keep(key, last.text().toCharArray())) {
            kept = Optional.of(last);
        }
    }

    /** Whether there is an answer: an anchor that is only out of reach must not be taken for none. */
    private boolean compare() {
        return switch (secrets.ask(key)) {
            case Answer.Kept(var secret) -> {
                kept = LastLine.parse(new String(secret));
                kept.ifPresentOrElse(journal::expect, () -> LOG.warn("The journal's anchor is none and is made anew"));
                yield true;
            }
            case Answer.NotKept _ -> true;
            case Answer.Unknown _ -> false;
        };
    }

    private boolean isKept(LastLine last) {
        return last.isNone() || kept.filter(last::equals).isPresent();
    }
}
