package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished packages against the facts: built here of the real libraries of both other systems. */
class ArtifactCheckTest {

    private final Product product = product();

    @TempDir
    Path folder;

    private static Product product() {
        try {
            return Product.read(Path.of("packaging/product.properties"), Version.of("1.2.0", "0"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] library(String system, String name) throws IOException {
        try (var jar = new ZipFile("target/other-systems/javafx-graphics-" + system + ".jar");
                var in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private Path write(String file, byte[] content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private String properties(String version, String users) {
        return "Property\tValue\ns72\tl0\nProperty\tProperty\n" + users
                + "ProductName\tBill Run Console\nProductVersion\t"
                + version + "\nManufacturer\tBill Run Console project\nProductCode\t"
                + braces(product.productCode(PackageType.MSI_MACHINE)) + "\nUpgradeCode\t"
                + braces(product.upgradeCode(PackageType.MSI_MACHINE)).toLowerCase(Locale.ROOT) + "\n";
    }

    private static String braces(Object uuid) {
        return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
    }

    private static String upgrades(int downgrade) {
        return "UpgradeCode\tVersionMin\tVersionMax\tLanguage\tAttributes\tRemove\tActionProperty\nx\nx\n"
                + "{}\t\t1.2.0\t\t1\t\tJP_UPGRADABLE_FOUND\n{}\t1.2.0\t\t\t" + downgrade
                + "\t\tJP_DOWNGRADABLE_FOUND\n";
    }

    private List<String> tables(PackageType type, String properties, String upgrades, String icons) {
        return WindowsPackage.wrongTables(product, type, properties, upgrades, "a\nb\nc\n" + icons);
    }

    @Test
    void anMsiSaysWhatItIsAndRefusesToReplaceANewerOne() {
        var machine = properties("1.2.0", "ALLUSERS\t1\n");
        assertThat(tables(PackageType.MSI_MACHINE, machine, upgrades(258), "icon\tx\n")).isEmpty();
        assertThat(tables(PackageType.MSI_MACHINE, properties("1.1.0", ""), upgrades(256), "")).hasSize(4)
                .contains("ProductVersion is 1.1.0, not 1.2.0", "An older version would replace a newer one",
                        "It has no icon");
        assertThat(tables(PackageType.MSI_USER, machine, upgrades(258), "icon\tx\n"))
                .anySatisfy(wrong -> assertThat(wrong).startsWith("ALLUSERS is 1"))
                .anySatisfy(wrong -> assertThat(wrong).startsWith("UpgradeCode is"))
                .anySatisfy(wrong -> assertThat(wrong).startsWith("ProductCode is"));
    }

    @Test
    void theFilesOfAnMsiAreMadeForItsProcessorAndSignedWhereTheyHaveToBe() throws Exception {
        var unsigned = library("win", "prism_sw.dll");
        for (var file : List.of("Bill Run Console.exe", "bill-run-console.exe", "runtime/bin/server/jvm.dll",
                "runtime/bin/javafx/glass.dll", "runtime/bin/jnidispatch.dll")) {
            write(file, unsigned);
        }
        write("runtime/bin/javafx/ucrtbase.dll", library("win", "ucrtbase.dll"));
        write("app/app.aot", new byte[0]);
        assertThat(WindowsPackage.wrongFiles(product, "x64", folder, false))
                .containsExactly("It has no app/licences.txt");
        write("app/licences.txt", new byte[0]);
        assertThat(WindowsPackage.wrongFiles(product, "x64", folder, true)).hasSize(5)
                .allSatisfy(wrong -> assertThat(wrong).endsWith("is not signed"));
        assertThat(WindowsPackage.wrongFiles(product, "aarch64", folder, false)).hasSize(6)
                .allSatisfy(wrong -> assertThat(wrong).endsWith("is made for x64"));
    }

    @Test
    void theMacsProgramHoldsItsLibrariesAndSaysWhatItNeeds() throws Exception {
        var app = folder.resolve("Bill Run Console.app");
        var glass = library("mac-aarch64", "libglass.dylib");
        var home = "Bill Run Console.app/Contents/runtime/Contents/Home/lib/";
        for (var file : List.of(home + "server/libjvm.dylib", home + "libglass.dylib", home + "libjnidispatch.dylib",
                home + "libosxkeychain.dylib", "Bill Run Console.app/Contents/MacOS/Bill Run Console")) {
            write(file, glass);
        }
        for (var file : List.of("app/app.aot", "app/licences.txt", "Resources/Bill Run Console.icns")) {
            write("Bill Run Console.app/Contents/" + file, new byte[0]);
        }
        Files.copy(Resources.fill(Path.of("packaging/macos/resources"), product, OperatingSystem.MACOS,
                PackageType.APP_IMAGE, folder.resolve("filled")).resolve("Info.plist"),
                app.resolve("Contents/Info.plist"));

        assertThat(MacProgram.wrong(product, "aarch64", app, false)).isEmpty();
        assertThat(MacProgram.wrong(product, "x64", app, false)).hasSize(5)
                .allSatisfy(wrong -> assertThat(wrong).endsWith("is made for [aarch64]"));
        Files.delete(folder.resolve(home + "libosxkeychain.dylib"));
        product.facts().setProperty("macMinimum", "10.15");
        assertThat(MacProgram.wrong(product, "aarch64", app, false)).contains("LSMinimumSystemVersion is not 10.15",
                "It has no library libosxkeychain.dylib").hasSize(6);
    }

    @Test
    void whatAPackageIsStandsInItsName() {
        var check = new ArtifactCheck(product, false);
        assertThat(check.kind("bill-run-console-1.2.0-windows-x64-user.msi"))
                .contains(new ArtifactCheck.Kind(PackageType.MSI_USER, "x64"));
        assertThat(check.kind("bill-run-console-1.2.0-macos-aarch64.pkg"))
                .contains(new ArtifactCheck.Kind(PackageType.PKG, "aarch64"));
        assertThat(check.kind("bill-run-console-1.1.0-macos-aarch64.pkg")).isEmpty();
        assertThat(check.kind("bill-run-console-1.2.0-linux-x64.deb.sha256")).isEmpty();
    }
}
