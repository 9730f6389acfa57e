package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** The facts of {@code product.properties}, and the version of the pom. */
record Product(Properties facts, String version) {

    static Product read(Path file, String pomVersion) throws IOException {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            facts.load(in);
        }
        return new Product(facts, installable(pomVersion));
    }

    /** Installers take numbers and dots only, so a snapshot is packed as the version that it leads to. */
    static String installable(String pomVersion) {
        var version = pomVersion.replaceFirst("-.*", "");
        if (!version.matches("[1-9]\\d*(\\.\\d+){0,2}")) {
            throw new Complaint("The version " + pomVersion + " cannot be packed: one to three numbers with dots "
                    + "between them are needed, the first above zero");
        }
        return version;
    }

    String fact(String key) {
        return Objects.requireNonNull(facts.getProperty(key), () -> "product.properties lacks " + key);
    }

    String name() {
        return fact("name");
    }

    String command() {
        return fact("command");
    }

    String mainModule() {
        return fact("module") + "/" + fact("main");
    }
}
