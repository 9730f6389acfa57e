package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs, with what command, and what is refused before anything is built. */
class SigningTest {

    private static final Path FILE = Path.of("f");

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void withoutCredentialsNothingIsSignedAndTheVariableIsNamed(OperatingSystem system) throws Exception {
        var signing = new Signing(Map.of(Signing.MAC_IDENTITY, " "));
        signing.check(system);
        assertThat(signing.sign(system, FILE)).isFalse();
        assertThat(signing.programs(system)).isEmpty();
        assertThat(signing.missing(system)).startsWith("CONSOLE_");
    }

    @Test
    void onLinuxASignatureLiesBesideThePackage() {
        assertThat(new Signing(Map.of(Signing.LINUX_KEY, "key")).command(OperatingSystem.LINUX, FILE))
                .hasValueSatisfying(
                        command -> assertThat(command).startsWith("gpg").contains("key", "--detach-sign")
                                .endsWith("f"));
    }

    @Test
    void aCertificateOfTheMachinesStoreIsTakenFromThere() {
        assertThat(new Signing(Map.of(Signing.WINDOWS_THUMBPRINT, "thumb", Signing.WINDOWS_TIMESTAMP, "http://time",
                Signing.WINDOWS_STORE, "machine")).command(OperatingSystem.WINDOWS, FILE)).contains(List.of("signtool",
                        "sign", "/sha1", "thumb", "/fd", "SHA256", "/sm", "/tr", "http://time", "/td", "SHA256", "f"));
    }

    @ParameterizedTest
    @CsvSource({"'\"C:\\Program Files\\sign.exe\" --to {file} -q','C:\\Program Files\\sign.exe|--to|f|-q'",
            "azuresigntool sign -kvu u,azuresigntool|sign|-kvu|u|f"})
    void aWholeCommandSignsOnWindowsWithTheFileInItsPlace(String command, String words) {
        var signing = new Signing(Map.of(Signing.WINDOWS_COMMAND, command, Signing.WINDOWS_THUMBPRINT, "thumb"));
        signing.check(OperatingSystem.WINDOWS);
        assertThat(signing.command(OperatingSystem.WINDOWS, FILE)).contains(List.of(words.split("\\|")));
        assertThat(signing.programs(OperatingSystem.WINDOWS)).containsExactly(words.split("\\|")[0]);
    }

    @Test
    void whatIsSetByHalvesStopsTheBuild() {
        assertThatThrownBy(() -> new Signing(Map.of(Signing.WINDOWS_THUMBPRINT, "thumb"))
                .check(OperatingSystem.WINDOWS)).isInstanceOf(Complaint.class)
                .hasMessageContaining(Signing.WINDOWS_TIMESTAMP);
        assertThatThrownBy(() -> new Signing(Map.of(Signing.MAC_NOTARY_PROFILE, "profile"))
                .check(OperatingSystem.MACOS)).isInstanceOf(Complaint.class).hasMessageContaining(Signing.MAC_IDENTITY);
        assertThatThrownBy(() -> new Signing(Map.of(Signing.WINDOWS_STORE, "mine")).check(OperatingSystem.WINDOWS))
                .isInstanceOf(Complaint.class).hasMessageContaining("neither user nor machine");
    }

    @ParameterizedTest
    @CsvSource({"Somebody (ABCDE12345)", "Developer ID Application: Somebody (ABCDE12345)",
            "Developer ID Installer:Somebody (ABCDE12345)"})
    void theKindOfTheMacsCertificateIsLeftToJpackage(String identity) {
        assertThat(new Signing(Map.of(Signing.MAC_IDENTITY, identity)).macIdentity())
                .contains("Somebody (ABCDE12345)");
    }

    @Test
    void whatAppleAcceptsGetsItsTicketAndWhatItRefusesItsLog() throws Exception {
        var notary = new Signing(Map.of(Signing.MAC_IDENTITY, "Somebody", Signing.MAC_NOTARY_PROFILE, "profile",
                Signing.MAC_KEYCHAIN, "k.keychain")).notary().orElseThrow();
        var run = new ArrayList<String>();
        notary.notarise(FILE, command -> {
            run.add(String.join(" ", command));
            return new Tools.Output(0, "  id: 4711\n  status: Accepted\n");
        });
        assertThat(run).containsExactly(
                "xcrun notarytool submit f --wait --keychain-profile profile --keychain k.keychain",
                "xcrun stapler staple f");

        run.clear();
        assertThatThrownBy(() -> notary.notarise(FILE, command -> {
            run.add(String.join(" ", command));
            return new Tools.Output(0, "  id: 4711\n  status: Invalid\n");
        })).isInstanceOf(Complaint.class);
        assertThat(run).last().isEqualTo("xcrun notarytool log 4711 --keychain-profile profile --keychain k.keychain");
    }

    @Test
    void whatThePublishersOfALibraryHaveSignedIsSeen() throws Exception {
        assertThat(entry("win", "ucrtbase.dll")).satisfies(
                file -> assertThat(WindowsFile.read(file)).isEqualTo(new WindowsFile("x64", true)));
        assertThat(entry("win", "prism_sw.dll")).satisfies(
                file -> assertThat(WindowsFile.read(file)).isEqualTo(new WindowsFile("x64", false)));
        assertThatThrownBy(() -> WindowsFile.read(Path.of("pom.xml"))).isInstanceOf(Complaint.class);
    }

    @ParameterizedTest
    @CsvSource({"mac,x64", "mac-aarch64,aarch64"})
    void theMacsProgramAsksForTheSystemThatJavaFxIsBuiltFor(String jar, String processor) throws Exception {
        var product = Product.read(Path.of("packaging/product.properties"), Version.of("1.0.0", "0"));
        for (var library : List.of("libglass.dylib", "libprism_es2.dylib", "libjavafx_font.dylib")) {
            var file = MacFile.read(entry(jar, library));
            assertThat(file.processors()).containsExactly(processor);
            assertThat(file.minimum()).isEqualTo(product.fact("macMinimum"));
        }
        assertThatThrownBy(() -> MacFile.read(Path.of("pom.xml"))).isInstanceOf(Complaint.class);
    }

    private static Path entry(String system, String name) throws Exception {
        var file = Files.createTempFile("library", name);
        file.toFile().deleteOnExit();
        try (var jar = new ZipFile("target/other-systems/javafx-graphics-" + system + ".jar");
                var in = jar.getInputStream(jar.getEntry(name))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
