package org.billrunconsole.api.http;

import org.billrunconsole.api.ApiConnection;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.transport.Answers;
import org.billrunconsole.api.http.transport.HttpClients;
import org.billrunconsole.api.http.transport.Requests;
import org.billrunconsole.api.http.transport.Transport;
import org.billrunconsole.api.http.wire.RunJson;
import org.billrunconsole.api.http.wire.TokenReader;
import org.billrunconsole.domain.Run;

/** The Bill Run API of a server, over HTTP. */
public final class HttpApi {

    private HttpApi() {}

    /**
     * The bill runs of a server. It makes no call by itself, and is to be closed.
     *
     * @param tokens asked for the token of each request
     */
    public static BillRunApi connect(ClientOptions options, TokenSource tokens) {
        return open(options, tokens).runs();
    }

    /** All operations of a server; what is to be closed are the bill runs. As {@link #connect}. */
    public static ApiConnection open(ClientOptions options, TokenSource tokens) {
        var requests = new Requests(options);
        var answers = new Answers(options.maxAnswerBytes());
        var reads = new HttpReads(new Transport(HttpClients.reading(options), answers), requests, tokens, options);
        var writes = new HttpWrites(new Transport(HttpClients.writing(options), answers), requests, tokens,
                options.callTimeout());
        return new ApiConnection(new HttpBillRunApi(reads, writes, new WriteRequests(options)),
                new HttpReviewApi(reads));
    }

    /** Signing in to a server. Holds nothing between calls. */
    public static Authentication authentication(ClientOptions options) {
        return new HttpAuthentication(
                new Transport(HttpClients.writing(options), new Answers(options.maxAnswerBytes())),
                new Requests(options), options.callTimeout());
    }

    /** A run under the contract's field names, pretty-printed; fields the server did not send are left out. */
    public static String json(Run run) {
        return RunJson.of(run);
    }

    /** What a token says of itself; nothing where it is not a JWT that can be read. */
    public static TokenClaims claims(String token) {
        return TokenReader.claims(token);
    }
}
