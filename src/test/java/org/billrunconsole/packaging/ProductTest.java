package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the packages say they are: version, name, numbers, and the templates that carry these. */
class ProductTest {

    private static final List<PackageType> MSIS = List.of(PackageType.MSI_USER, PackageType.MSI_MACHINE);

    private static Product product(String version, String build) throws IOException {
        return Product.read(Path.of("packaging/product.properties"), Version.of(version, build));
    }

    @ParameterizedTest
    @CsvSource({"1.2.3,LINUX,1.2.3", "1.2.3,WINDOWS,1.2.3", "1.2.3,MACOS,1.2.3",
            "1.2.3-SNAPSHOT,LINUX,1.2.3~snapshot.7", "1.2.3-SNAPSHOT,WINDOWS,1.2.7", "2-rc.1,MACOS,2.0.7"})
    void aPreviewHasAVersionOfItsOwn(String pom, OperatingSystem system, String packed) {
        assertThat(Version.of(pom, "7").packed(system)).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS,1.0", "WINDOWS,0.9.65535", "WINDOWS,255.255.65535", "MACOS,1", "MACOS,1.0.0",
            "LINUX,0.1", "LINUX,2026.11.30000000"})
    void aVersionThatTheSystemTakesIsPacked(OperatingSystem system, String version) {
        Version.of(version, "0").check(system);
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS,1,two or three numbers", "WINDOWS,256.0.0,up to 255", "WINDOWS,1.256.0,up to 255",
            "WINDOWS,1.0.65536,65535", "MACOS,0.9.0,at least 1"})
    void aVersionThatTheSystemCannotTakeIsRefusedWithTheRule(OperatingSystem system, String version, String rule) {
        assertThatThrownBy(() -> Version.of(version, "0").check(system)).isInstanceOf(Complaint.class)
                .hasMessageContainingAll(version, rule);
    }

    @Test
    void aBuildNumberThatWindowsCannotTakeIsRefusedForAPreviewOnly() {
        Version.of("1.0.0", "70000").check(OperatingSystem.WINDOWS);
        assertThatThrownBy(() -> Version.of("1.0.0-SNAPSHOT", "70000").check(OperatingSystem.WINDOWS))
                .isInstanceOf(Complaint.class).hasMessageContaining("build 70000");
    }

    @ParameterizedTest
    @CsvSource({"one", "1.2.3.4", "1.2-", "1.0.0-a b", "-SNAPSHOT"})
    void whatIsNoVersionIsRefused(String pom) {
        assertThatThrownBy(() -> Version.of(pom, "0")).isInstanceOf(Complaint.class);
    }

    @Test
    void noTwoInstallersOfWindowsAreTakenForTheSame() throws Exception {
        var upgrades = new HashSet<UUID>();
        var products = new HashSet<UUID>();
        for (var product : List.of(product("1.0.0", "0"), product("1.0.1", "0"), product("1.0.1-SNAPSHOT", "1"),
                product("1.0.1-SNAPSHOT", "2"))) {
            for (var type : MSIS) {
                upgrades.add(product.upgradeCode(type));
                products.add(product.productCode(type));
            }
        }
        assertThat(upgrades).hasSize(4);
        assertThat(products).hasSize(8);
        assertThat(product("1.0.0", "0").productCode(PackageType.MSI_USER))
                .isEqualTo(product("1.0.0", "5").productCode(PackageType.MSI_USER));
    }

    @Test
    void whereAPreviewLiesBesideTheReleaseItHasAnotherName() throws Exception {
        var release = product("1.0.0", "0");
        var preview = product("1.0.0-SNAPSHOT", "0");
        assertThat(preview.name()).startsWith(release.name()).isNotEqualTo(release.name());
        assertThat(preview.bundleId()).startsWith(release.bundleId()).isNotEqualTo(release.bundleId());
        assertThat(OperatingSystem.LINUX.imageName(preview)).isEqualTo(OperatingSystem.LINUX.imageName(release));
    }

    @Test
    void noFactNamesAnAddressThatReachesNobody() throws Exception {
        var product = product("1.0.0", "0");
        assertThat(product.facts().values()).noneMatch(fact -> fact.toString().matches(".*@?(localhost|example\\.).*"));
        assertThat(product.contact()).isEqualTo("Bill Run Console project");
        product.facts().setProperty("maintainer", "a@b.c");
        assertThat(product.contact()).isEqualTo("Bill Run Console project <a@b.c>");
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void theTemplatesOfEachSystemAreFilledIn(OperatingSystem system, @TempDir Path folder) throws Exception {
        var templates = Path.of("packaging", system.label(), "resources");
        for (var type : system.packages()) {
            var filled = Resources.fill(templates, product("1.0.0", "0"), system, type, folder.resolve("f"));
            try (var files = Files.list(filled)) {
                assertThat(files).isNotEmpty().allSatisfy(
                        file -> assertThat(Files.readString(file)).doesNotContainPattern("@[A-Za-z]+@"));
            }
        }
    }

    @Test
    void aWordThatNobodyKnowsStopsTheBuild(@TempDir Path folder) throws Exception {
        var templates = Files.createDirectory(folder.resolve("templates"));
        Files.writeString(templates.resolve("control"), "Package: @nothing@");
        assertThatThrownBy(() -> Resources.fill(templates, product("1.0.0", "0"), OperatingSystem.LINUX,
                PackageType.DEB, folder.resolve("f"))).isInstanceOf(Complaint.class).hasMessageContaining("@nothing@");
    }

    @Test
    void eachMsiHasItsOwnProductCodeAndRefusesToReplaceANewerOne(@TempDir Path folder) throws Exception {
        var product = product("1.0.0", "0");
        for (var type : MSIS) {
            var filled = Resources.fill(Path.of("packaging/windows/resources"), product, OperatingSystem.WINDOWS, type,
                    folder.resolve(type.label()));
            var overrides = filled.resolve("overrides.wxi");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(overrides.toFile());
            assertThat(Files.readString(overrides)).contains(
                    "<?define JpProductCode=\"" + product.productCode(type) + "\"?>",
                    "<?undef JpAllowDowngrades?>",
                    "<?define JpUpgradeVersionOnlyDetectDowngrade=\"yes\"?>");
        }
    }

    @Test
    void theMacsProgramIsAllowedNoMoreThanItNeeds() throws Exception {
        var keys = Pattern.compile("<key>([^<]+)</key>\\s*<true/>")
                .matcher(Files.readString(Path.of("packaging/macos/resources/hardened.entitlements"))).results()
                .map(key -> key.group(1));
        assertThat(keys).containsExactly("com.apple.security.cs.allow-jit",
                "com.apple.security.cs.allow-unsigned-executable-memory");
    }

    @Test
    void theMacsProgramSaysWhichSystemItNeeds(@TempDir Path folder) throws Exception {
        var filled = Resources.fill(Path.of("packaging/macos/resources"), product("1.0.0-SNAPSHOT", "3"),
                OperatingSystem.MACOS, PackageType.APP_IMAGE, folder.resolve("f"));
        assertThat(Files.readString(filled.resolve("Info.plist")).replaceAll("\\s+", "")).contains(
                "<key>LSMinimumSystemVersion</key><string>11.0</string>",
                "<key>CFBundleIdentifier</key><string>org.billrunconsole.console.preview</string>",
                "<key>CFBundleVersion</key><string>1.0.3</string>");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxPackagesNeedNoScriptAtInstallWhereverTheyAreBuilt(@TempDir Path folder) throws Exception {
        var strange = Files.createDirectory(folder.resolve("it's here, über alles"));
        var script = Resources.fill(Path.of("packaging/linux/resources"), product("1.0.0", "0"), OperatingSystem.LINUX,
                PackageType.DEB, strange.resolve("resources")).resolve("bill-run-console-post-image.sh");
        var tree = Files.createDirectory(strange.resolve("image"));
        for (var file : List.of("DEBIAN/control", "DEBIAN/postinst", "DEBIAN/prerm",
                "opt/bill-run-console/share/doc/copyright",
                "opt/bill-run-console/lib/bill-run-console-bill-run-console.desktop")) {
            Files.createDirectories(tree.resolve(file).getParent());
            Files.writeString(tree.resolve(file), "");
        }

        var process = new ProcessBuilder("sh", script.toString()).directory(tree.toFile()).inheritIO().start();

        assertThat(process.waitFor()).isZero();
        assertThat(tree.resolve("usr/bin/bill-run-console")).isSymbolicLink();
        assertThat(tree.resolve("usr/share/doc/bill-run-console/copyright")).content().contains("Copyright (c)");
        try (var files = Files.list(tree.resolve("DEBIAN"))) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("control", "md5sums");
        }
        assertThat(tree.resolve("DEBIAN/md5sums")).content()
                .contains("usr/share/applications/bill-run-console.desktop").doesNotContain("DEBIAN");
    }
}
