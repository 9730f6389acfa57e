package org.billrunconsole.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The tokens and passwords of the tests. All carry one mark, so that a scan of the log after the suite finds any of
 * them, whichever test it came from. A test that needs a secret makes it here.
 */
public final class Secrets {

    /** In every secret of the tests and nowhere else. */
    public static final String MARK = "zq7SECRETzq7";

    public static final String TOKEN = token("first");
    public static final String RENEWED_TOKEN = token("renewed");
    public static final String PASSWORD = MARK + "-password";

    private Secrets() {}

    /** A token, different for each name. */
    public static String token(String name) {
        return "eyJ" + MARK + "." + name + ".sig";
    }

    /** What no log may contain: the mark, and what a token or a proxy's password is sent behind. */
    public static List<String> traces() {
        return List.of(MARK, "Bearer ", "Authorization: ",
                Base64.getEncoder().encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }
}
