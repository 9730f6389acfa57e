package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstallerPartsTest {

    @Test
    void everythingMissingIsNamedInOneMessage() {
        assertThatThrownBy(() -> Requirements.check(OperatingSystem.LINUX, 25, 17, name -> name.equals("tar")))
                .isInstanceOf(Complaint.class)
                .hasMessageContainingAll("JDK 25", "dpkg-deb", "fakeroot", "objcopy", "Xvfb", "libgtk-3-0")
                .hasMessageNotContaining("package tar");
        assertThatThrownBy(() -> Requirements.check(OperatingSystem.WINDOWS, 25, 25, _ -> false))
                .hasMessageContaining("wix or candle");
        Requirements.check(OperatingSystem.WINDOWS, 25, 25, name -> name.equals("candle"));
    }

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "Mac OS X,MACOS", "Windows 11,WINDOWS"})
    void systemsAreKnownByWhatJavaCallsThem(String name, OperatingSystem system) {
        assertThat(OperatingSystem.of(name)).isEqualTo(system);
        assertThatThrownBy(() -> OperatingSystem.of("Plan 9")).isInstanceOf(Complaint.class);
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void withoutCredentialsNothingIsSignedAndTheVariableIsNamed(OperatingSystem system) {
        var signing = new Signing(Map.of(Signing.MAC_NOTARY_PROFILE, " "));
        assertThat(signing.commands(system, Path.of("file"))).isEmpty();
        assertThat(signing.missing(system)).startsWith("CONSOLE_");
    }

    @Test
    void withCredentialsEachSystemSignsInItsOwnWay() {
        var signing = new Signing(Map.of(Signing.LINUX_KEY, "key", Signing.MAC_IDENTITY, "me",
                Signing.MAC_NOTARY_PROFILE, "profile", Signing.WINDOWS_THUMBPRINT, "thumb"));
        assertThat(signing.commands(OperatingSystem.LINUX, Path.of("f"))).singleElement()
                .satisfies(command -> assertThat(command).startsWith("gpg").contains("key", "--detach-sign"));
        assertThat(signing.commands(OperatingSystem.MACOS, Path.of("f"))).extracting(command -> command.get(1))
                .containsExactly("notarytool", "stapler");
        assertThat(signing.commands(OperatingSystem.WINDOWS, Path.of("f"))).singleElement()
                .isEqualTo(List.of("signtool", "sign", "/sha1", "thumb", "/fd", "SHA256", "f"));
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void lineNumbersInStackTracesAreKept(OperatingSystem system) {
        assertThat(Image.arguments(system, List.of("m"), Path.of("p"), Path.of("o")))
                .doesNotContain("--strip-debug", "--strip-java-debug-attributes");
    }

    @Test
    void theTestsRunWithTheMemoryOfTheInstalledProgram() {
        assertThat(new Launch("m/main", "m").options()).filteredOn(option -> option.matches("-Xm.*|.*(GC|Metaspace).*"))
                .hasSize(4)
                .isSubsetOf(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    @Test
    void onLinuxTheProgramIsStartedByTheOptionsThatItWasTrainedWith() {
        var launch = new Launch("m/main", "m");
        var training = Training.command(OperatingSystem.LINUX, new Image(Path.of("runtime")), launch, Path.of("home"),
                Path.of("app.aot"));
        assertThat(training).containsAll(launch.options()).contains("-Djna.boot.library.path=runtime/lib")
                .endsWith("-m", "m/main");
        assertThat(launch.script()).startsWith("#!/bin/sh\n")
                .contains("${self%/bin/*}", String.join(" ", launch.options()),
                        "\"-Djna.boot.library.path=$root/lib/runtime/lib\" ",
                        "\"-XX:AOTCache=$root/lib/app/app.aot\" -m m/main \"$@\"");
    }

    @Test
    void onWindowsTheTrainingKeepsOutOfThePersonsOwnSettings() {
        assertThat(Training.command(OperatingSystem.WINDOWS, new Image(Path.of("runtime")), new Launch("m/main", "m"),
                Path.of("home"), Path.of("app.aot"))).endsWith("m/main", "--config-dir", "home");
    }

    @Test
    void theBillOfMaterialsGetsTheRuntime() {
        var bom = """
                {
                  "metadata" : {
                    "components" : [ ]
                  },
                  "components" : [
                    { "name" : "okio" }
                  ]
                }
                """;
        assertThat(Sbom.withRuntime(bom, "A \"vendor\"", "25.0.3"))
                .contains("\"name\" : \"Java runtime\"", "\"25.0.3\"",
                        "\"A 'vendor'\"", "okio")
                .containsOnlyOnce("\n  \"components\" : [\n");
        assertThatThrownBy(() -> Sbom.withRuntime("{}", "v", "25")).isInstanceOf(Complaint.class);
    }

    @Test
    void sumsAreThoseOfSha256sum(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("f"), "abc");
        assertThat(Packages.sha256(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
