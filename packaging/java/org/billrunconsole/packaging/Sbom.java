package org.billrunconsole.packaging;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bill of materials: what Maven knows of the libraries, and the runtime, which it does not know of. */
final class Sbom {

    private static final Pattern COMPONENTS = Pattern.compile("(?m)^  \"components\"\\s*:\\s*\\[");

    private static final String RUNTIME = """
            "components" : [
              {
                "type" : "platform",
                "bom-ref" : "java-runtime",
                "publisher" : "%s",
                "name" : "Java runtime",
                "version" : "%s",
                "purl" : "pkg:generic/%s@%s",
                "cpe" : "cpe:2.3:a:%s:%s:*:*:*:*:*:*:*"
              },""".indent(2).stripTrailing();

    private Sbom() {}

    static String withRuntime(String libraries) {
        return withRuntime(libraries, System.getProperty("java.vendor"), Runtime.version().toString());
    }

    static String withRuntime(String libraries, String vendor, String version) {
        var list = COMPONENTS.matcher(libraries);
        if (!list.find()) {
            throw new Complaint("The bill of materials lists no components");
        }
        // By these, lists of known weaknesses find it: Eclipse's builds have a name of their own there.
        var temurin = vendor.contains("Adoptium");
        return list.replaceFirst(Matcher.quoteReplacement(RUNTIME.formatted(vendor.replace('"', '\''), version,
                temurin ? "temurin" : "openjdk", version.replace("+", "%2B"),
                temurin ? "eclipse:temurin" : "oracle:openjdk", version.replaceFirst("[+-].*", ""))));
    }
}
