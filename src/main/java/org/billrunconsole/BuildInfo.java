package org.billrunconsole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param version the product's version
 */
record BuildInfo(String version) {

    static BuildInfo load() {
        try (var in = BuildInfo.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return new BuildInfo(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for {@code --version}. */
    String line() {
        return "Bill Run Console " + version;
    }
}
