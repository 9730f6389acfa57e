package org.billrunconsole.api.http.transport;

import java.net.URI;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Method and path of a request, without the server's address.
 *
 * @param method HTTP method
 * @param path   path and encoded query under the base address
 */
public record Endpoint(String method, String path) {

    private static final HttpUrl NOWHERE = HttpUrl.get("https://localhost");

    public static Endpoint get(String path) {
        return new Endpoint("GET", path);
    }

    public static Endpoint get(String path, Map<String, String> query) {
        var url = NOWHERE.newBuilder();
        query.forEach(url::addQueryParameter);
        return get(path + "?" + url.build().encodedQuery());
    }

    HttpUrl under(URI base) {
        var text = base.toString();
        return HttpUrl.get((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
