package org.billrunconsole.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunView;
import org.billrunconsole.sandbox.wire.PatchReader;
import org.billrunconsole.sandbox.wire.SandboxJson;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WireRunFields;

/** Applies JSON Patches (RFC 6902) to the runs of the sandbox. */
public final class RunPatches {

    private final RunBook book;
    private final PatchReader reader;
    private final Percentages percentages;

    RunPatches(RunBook book, boolean honourTestOperations, Percentages percentages) {
        this.book = book;
        this.reader = new PatchReader(honourTestOperations);
        this.percentages = percentages;
    }

    /**
     * Applies a patch, all of it or nothing.
     *
     * @throws Refusal 404, or 400 with the reason
     */
    public RunView apply(RunKey key, JsonNode patch, long user, Optional<RunBook.Stall> stall) {
        return book.patch(key, view -> reader.read(patch, json(view), key.kind()), user, stall);
    }

    private ObjectNode json(RunView view) {
        try (var buffer = new TokenBuffer(SandboxJson.MAPPER, false)) {
            WireField.writeObject(buffer, WireRunFields.of(view.run().kind(), percentages), view);
            return SandboxJson.MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
