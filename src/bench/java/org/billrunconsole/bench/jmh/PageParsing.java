package org.billrunconsole.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.AnswerReaders.Rows;
import org.billrunconsole.api.http.wire.RunMapping;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A page of 1,000 runs, from its bytes to runs. */
@State(Scope.Benchmark)
public class PageParsing {

    private static final int PAGE = 1000;

    private final AnswerReader<Rows<BillRun>> reader = AnswerReaders.list("id", RunMapping::billRun);
    private byte[] page = {};

    /** Has a sandbox write the page. */
    @Setup
    public void write() throws IOException, InterruptedException {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withRuns(PAGE)); var http = HttpClient
                .newHttpClient()) {
            page = http.send(HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/bill-runs?page=1&pageSize=" + PAGE
                    + "&sort=id")).header("Authorization", "Bearer " + sandbox.token(SandboxUser.READER)).build(),
                    BodyHandlers.ofByteArray()).body();
        }
    }

    @Benchmark
    public Rows<BillRun> parsePage() throws IOException {
        return reader.read(new ByteArrayInputStream(page));
    }
}
