package org.billrunconsole.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.http.wire.ApiJson;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.domain.write.WireRequest;

/** Makes the request of a command, to be shown and to be sent. */
final class WriteRequests {

    private final ClientOptions options;

    WriteRequests(ClientOptions options) {
        this.options = options;
    }

    /** @throws IllegalArgumentException if the command is for another run than {@code before} */
    WireRequest of(Command command, Run before) {
        if (!command.run().equals(before.key())) {
            throw new IllegalArgumentException("A command for " + command.run() + " but a reading of " + before.key());
        }
        if (command instanceof Command.AdjustSchedule(var run, int periods)) {
            return new WireRequest(run, "POST", "/adjust-bill-run-schedule/" + run.id() + "?periods=" + periods, "",
                    "");
        }
        var patch = new ArrayList<PatchOperation>();
        if (options.guard()) {
            patch.addAll(guard(before));
        }
        patch.addAll(Lifecycle.patch(command, options.reopenPatch()));
        return new WireRequest(command.run(), "PATCH", command.run().path(), WireRequest.JSON_PATCH, json(patch));
    }

    /** What the server must still agree with; nothing about a field that was not read. */
    private static List<PatchOperation> guard(Run before) {
        var tests = new ArrayList<PatchOperation>();
        before.status().ifPresent(status -> tests.add(PatchOperation.test("/billRunStatus", status.wire())));
        before.stage().ifPresent(stage -> tests.add(PatchOperation.test("/summaryStatus", stage.wire())));
        return tests;
    }

    private static String json(List<PatchOperation> patch) {
        var text = new StringWriter();
        try (JsonGenerator json = ApiJson.MAPPER.createGenerator(text)) {
            json.writeStartArray();
            for (var operation : patch) {
                json.writeStartObject();
                json.writeStringField("op", operation.op().wire());
                json.writeStringField("path", operation.path());
                json.writeStringField("value", operation.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
