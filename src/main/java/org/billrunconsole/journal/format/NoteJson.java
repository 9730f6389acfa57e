package org.billrunconsole.journal.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.history.RunNote;

/** Writes notes on runs as lines of JSON and reads them back. */
public final class NoteJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TIME = "time";
    private static final String USER = "user";
    private static final String TEXT = "text";

    private NoteJson() {}

    /** A line without its end, and without what looks like a credential in the note. */
    public static String write(RunNote note) {
        var json = JsonNodeFactory.instance.objectNode().put(TIME, note.when().toString());
        json.set(LineFields.RUN, EntryJson.key(note.run()));
        return JournalLine.withoutHalves(json.put(USER, note.user())
                .put(TEXT, shortened(CredentialFilter.of(note.text())))
                .toString());
    }

    /** What stands for a short credential may be longer than the credential. */
    private static String shortened(String text) {
        return text.length() <= RunNote.LONGEST ? text : text.substring(0, RunNote.LONGEST);
    }

    /** Empty for a line that is damaged or of a newer console. */
    public static Optional<RunNote> read(String line) {
        try {
            var json = JSON.readTree(line);
            var run = json.required(LineFields.RUN);
            return Optional.of(new RunNote(new RunKey(RunKind.valueOf(run.path(LineFields.KIND).asText()),
                    run.path(LineFields.ID).asLong()), Instant.parse(json.path(TIME).asText()),
                    json.path(USER).asText(), json.required(TEXT).textValue()));
        } catch (JsonProcessingException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
