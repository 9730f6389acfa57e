package org.billrunconsole.sandbox.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.billrunconsole.sandbox.api.Answer;

/**
 * Refuses requests that a web page could have sent. A page of another site names its origin; one that has made its own
 * name point to this machine (DNS rebinding) still names itself as the host.
 */
public final class LocalRequestsOnly extends Filter {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (headers.containsKey("Origin") || !isOwn(headers.getOrDefault("Host", List.of()))) {
            try (exchange) {
                HttpServerFront.send(exchange, Answer.error(403, "Not for web pages"));
            }
        } else {
            chain.doFilter(exchange);
        }
    }

    private static boolean isOwn(List<String> hosts) {
        try {
            var host = hosts.size() == 1 ? new URI("http://" + hosts.getFirst()).getHost() : null;
            return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public String description() {
        return "Requests of this machine's own programs";
    }
}
