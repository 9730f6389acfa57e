package org.billrunconsole.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * What was built.
 *
 * @param version the product's version
 * @param build   which build of it: the commit, where whoever built it said so
 * @param updates where to ask for newer versions; empty where whoever built it named no address
 */
public record BuildInfo(String version, String build, String updates) {

    /** What the product is called. */
    public static final String NAME = "Bill Run Console";

    /** Reads what the build has put in. */
    public static BuildInfo load() {
        try (var in = resource("build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return new BuildInfo(properties.getProperty("version"), properties.getProperty("build"),
                    properties.getProperty("updates", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for {@code --version} and About. */
    public String line() {
        return NAME + " " + version + " (build " + build + ")";
    }

    /** Every library that the program is delivered with, and on what terms, as the build has gathered them. */
    public static String licences() {
        try (var in = resource("licences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BuildInfo.class.getResourceAsStream("/org/billrunconsole/" + name), name);
    }
}
