package org.billrunconsole.api.http.transport;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Answers a proxy that asks for a user and password, once: a proxy that asks again did not like the answer.
 *
 * @param login who knows them
 */
record ProxyLogin(Authenticator login) implements okhttp3.Authenticator {

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        var request = response.request();
        // Behind the tunnel it is the server that answers, and may ask in the proxy's words for what is not its.
        if (route == null || !request.method().equals("CONNECT")
                || !(route.proxy().address() instanceof InetSocketAddress proxy)
                || request.header("Proxy-Authorization") != null) {
            return null;
        }
        // The library also asks before the proxy does; a password is not given unasked.
        return response.challenges()
                .stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Basic"))
                .findFirst()
                .map(challenge -> answer(challenge, proxy, request))
                .orElse(null);
    }

    private @Nullable Request answer(Challenge challenge, InetSocketAddress proxy, Request request) {
        var realm = challenge.realm() == null ? "" : challenge.realm();
        var answer = login.requestPasswordAuthenticationInstance(proxy.getHostString(), null, proxy.getPort(), "http",
                realm, challenge.scheme(), request.url().url(), RequestorType.PROXY);
        return answer == null
                ? null
                : request.newBuilder()
                        .header("Proxy-Authorization",
                                Credentials.basic(answer.getUserName(), new String(answer.getPassword())))
                        .build();
    }
}
