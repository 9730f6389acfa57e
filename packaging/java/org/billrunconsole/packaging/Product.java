package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * The facts of {@code product.properties}, and the version of the pom.
 *
 * @param facts   what the file says
 * @param version of the pom
 */
record Product(Properties facts, Version version) {

    static Product read(Path file, Version version) throws IOException {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            facts.load(in);
        }
        return new Product(facts, version);
    }

    String fact(String key) {
        return Objects.requireNonNull(facts.getProperty(key), () -> "product.properties lacks " + key);
    }

    /** A fact that may be unknown: such are left empty in the file. */
    Optional<String> known(String key) {
        return Optional.of(fact(key)).filter(fact -> !fact.isBlank());
    }

    /** As menus and windows of Windows and macOS show it: there a preview lies beside the released program. */
    String name() {
        return version.isPreview() ? fact("name") + " " + fact("preview") : fact("name");
    }

    String command() {
        return fact("command");
    }

    String mainModule() {
        return fact("module") + "/" + fact("main");
    }

    /** Who answers for the Linux packages, with an address where one is known. */
    String contact() {
        return known("maintainer").map(address -> fact("vendor") + " <" + address + ">").orElse(fact("vendor"));
    }

    /** By which macOS tells programs apart. */
    String bundleId() {
        return version.isPreview() ? fact("bundleId") + ".preview" : fact("bundleId");
    }

    /** By which Windows Installer finds older versions of the same: one for each kind of MSI, never changed. */
    UUID upgradeCode(PackageType type) {
        return UUID.fromString(fact("upgradeUuid" + (type == PackageType.MSI_USER ? ".user" : ".machine")
                + (version.isPreview() ? ".preview" : "")));
    }

    /** By which Windows Installer knows this very version. jpackage would give both MSIs the same. */
    UUID productCode(PackageType type) {
        return UUID.nameUUIDFromBytes((upgradeCode(type) + " " + version.packed(OperatingSystem.WINDOWS))
                .getBytes(StandardCharsets.UTF_8));
    }
}
