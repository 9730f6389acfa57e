package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstallerPartsTest {

    private static final Signing NOBODY = new Signing(Map.of());

    private static void require(OperatingSystem system, int java, Signing signing, Predicate<String> present,
            String wix) {
        Requirements.check(system, 25, java, signing, present, () -> wix);
    }

    @Test
    void everythingMissingIsNamedInOneMessage() {
        assertThatThrownBy(() -> require(OperatingSystem.LINUX, 17, NOBODY, name -> name.equals("tar"), ""))
                .isInstanceOf(Complaint.class)
                .hasMessageContainingAll("JDK 25", "dpkg-deb", "fakeroot", "objcopy", "Xvfb", "libgtk-3-0")
                .hasMessageNotContaining("package tar");
        assertThatThrownBy(() -> require(OperatingSystem.WINDOWS, 25, NOBODY, name -> name.equals("candle"), ""))
                .hasMessageContaining("wix or candle and light");
        require(OperatingSystem.WINDOWS, 25, NOBODY, name -> name.matches("candle|light"), "");
    }

    @Test
    void laterVersionsOfWixNeedTheirExtensions() {
        require(OperatingSystem.WINDOWS, 25, NOBODY, name -> name.equals("wix"), "");
        assertThatThrownBy(() -> require(OperatingSystem.WINDOWS, 25, NOBODY, name -> name.equals("wix"), "wix add"))
                .hasMessageContaining("run: wix add");
        assertThat(Wix.missing("5.0.2+aa65968c\r\n", "WixToolset.UI.wixext 5.0.2\r\nWixToolset.Util.wixext 4.0.5\r\n"))
                .isEqualTo("wix extension add --global WixToolset.Util.wixext/5.0.2");
        assertThat(Wix.missing("5.0.2+aa65968c", "WixToolset.UI.wixext 5.0.2\nWixToolset.Util.wixext 5.0.2")).isEmpty();
    }

    @Test
    void wixIsFoundWhereJpackageFindsIt(@TempDir Path folder) throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("PATH", "\"" + folder.resolve("quoted") + "\"" + File.pathSeparator + "\0no path");
        environment.put("ProgramFiles(x86)", folder.resolve("Program Files (x86)").toString());
        environment.put("USERPROFILE", folder.resolve("me").toString());
        var lookup = new Lookup(OperatingSystem.WINDOWS, environment);
        assertThat(lookup.has("wix")).isFalse();
        for (var file : List.of("quoted/signtool.exe", "Program Files (x86)/WiX Toolset v3.14/bin/candle.exe",
                "me/.dotnet/tools/wix.exe", "me/sign.cmd")) {
            var program = folder.resolve(file);
            Files.createDirectories(program.getParent());
            assertThat(Files.writeString(program, "").toFile().setExecutable(true)).isTrue();
        }
        assertThat(lookup.has("signtool")).isTrue();
        assertThat(lookup.has("candle")).isTrue();
        assertThat(lookup.has("wix")).isTrue();
        assertThat(lookup.has(folder.resolve("me/sign.cmd").toString())).isTrue();
        assertThat(new Lookup(OperatingSystem.LINUX, environment).has("wix")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "Mac OS X,MACOS", "Windows 11,WINDOWS"})
    void systemsAreKnownByWhatJavaCallsThem(String name, OperatingSystem system) {
        assertThat(OperatingSystem.of(name)).isEqualTo(system);
        assertThatThrownBy(() -> OperatingSystem.of("Plan 9")).isInstanceOf(Complaint.class);
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
        assertThat(training).containsAll(launch.options())
                .contains("-Djna.boot.library.path=" + Path.of("runtime", "lib"))
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
        assertThat(Sbom.withRuntime(bom, "Eclipse Adoptium", "25.0.3+9-LTS")).contains(
                "\"pkg:generic/temurin@25.0.3%2B9-LTS\"", "\"cpe:2.3:a:eclipse:temurin:25.0.3:*:*:*:*:*:*:*\"");
        assertThat(Sbom.withRuntime(bom, "Debian", "25.0.3+9-Debian-1")).contains("pkg:generic/openjdk@25.0.3%2B9",
                "cpe:2.3:a:oracle:openjdk:25.0.3:");
        assertThatThrownBy(() -> Sbom.withRuntime("{}", "v", "25")).isInstanceOf(Complaint.class);
    }

    @Test
    void sumsAreThoseOfSha256sum(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("f"), "abc");
        assertThat(Packages.sha256(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theBuildEndsByNamingWhatItMadeHowLargeAndHowToInstallIt(@TempDir Path folder) throws Exception {
        var deb = Files.write(folder.resolve("p-1.0.0-linux-x64.deb"), new byte[1_500_000]);
        var tar = Files.write(folder.resolve("p-1.0.0-linux-x64.tar.gz"), new byte[10]);
        var product = Product.read(Path.of("packaging/product.properties"), Version.of("1.0.0", "0"));
        assertThat(Summary.of(Path.of("packages"), List.of(deb, tar), List.of(deb), "KEY", product)).contains(
                "Bill Run Console 1.0.0, in packages",
                "p-1.0.0-linux-x64.deb  1.5 MB, signed", "sudo apt install ./p-1.0.0-linux-x64.deb",
                "p-1.0.0-linux-x64.tar.gz  0.0 MB, not signed (KEY is not set)",
                "Not known and left out: maintainer");
        assertThat(Summary.command("a-user.msi")).isEqualTo("msiexec /i a-user.msi (for this person)");
        assertThat(OperatingSystem.values()).allSatisfy(system -> assertThat(system.packages()).allSatisfy(
                type -> assertThat(Summary.command(type.fileName(product, system, "x64"))).isNotEmpty()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatDoesNotStartFromItsCacheStopsTheBuild(@TempDir Path folder) throws Exception {
        var launcher = Files.writeString(folder.resolve("program"),
                "#!/bin/sh\n[ \"$JAVA_TOOL_OPTIONS\" = '" + StartCache.OPTIONS
                        + "' ] || exit 0\necho 'cache refused'\nexit 1\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> StartCache.prove(launcher, List.of("--version"))).isInstanceOf(Complaint.class)
                .hasMessageContaining("cache refused");
    }
}
