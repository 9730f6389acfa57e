package org.billrunconsole.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;

/** Applies JSON Patches (RFC 6902) to the runs of the sandbox. */
final class RunPatches {

    private final RunBook book;
    private final Patching reader;
    private final Percentages percentages;

    RunPatches(RunBook book, boolean honourTestOperations, Percentages percentages) {
        this.book = book;
        this.reader = new Patching(honourTestOperations);
        this.percentages = percentages;
    }

    /**
     * Applies a patch, all of it or nothing.
     *
     * @throws Refusal 404, or 400 with the reason
     */
    Seen apply(RunKey key, JsonNode patch, long user, Optional<RunBook.Stall> stall) {
        return book.patch(key, seen -> reader.read(patch, json(seen), key.kind()), user, stall);
    }

    private ObjectNode json(Seen seen) {
        try (var buffer = new TokenBuffer(Json.MAPPER, false)) {
            Field.writeObject(buffer, RunFields.of(seen.run().kind(), percentages), seen);
            return Json.MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
