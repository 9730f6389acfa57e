package org.billrunconsole.bench.write;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;

/** The least that a write takes that is on the disk before it is sent: a line in a file, and a PATCH. */
final class BareWrite {

    private static final RequestBody BODY = RequestBody.create(
            "[{\"op\":\"replace\",\"path\":\"/nickname\",\"value\":\"Rebill\"}]", MediaType.get(
                    WireRequest.JSON_PATCH));

    private final OkHttpClient client = new OkHttpClient();
    private final Request request;
    private final Path file;
    private final byte[] line = JournalLine.of(JournalEntries.intent(UUID.randomUUID(), 7), JournalLine.NO_LINE)
            .terminated();

    /** @param file for its lines */
    BareWrite(URI server, String token, Path file) {
        this.file = file;
        // There is none of that number, so that nothing changes.
        request = new Request.Builder().url(server + "/adhoc-bill-runs/999999999")
                .header("Authorization", "Bearer " + token)
                .patch(BODY)
                .build();
    }

    void send() throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length());
            out.write(line);
            out.getFD().sync();
        }
        try (var answer = client.newCall(request).execute()) {
            answer.body().bytes();
        }
    }
}
