package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JpackageArgumentsTest {

    private static final Signing NOBODY = new Signing(Map.of());
    private static final JpackageArguments.Places PLACES = new JpackageArguments.Places(Path.of("runtime"),
            Path.of("app"), Path.of("icons"), Path.of("resources"), Path.of("image"), Path.of("out"));

    private final Product product = read();

    private static Product read() {
        try {
            return Product.read(Path.of("packaging/product.properties"), Version.of("1.0.0", "0"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> arguments(OperatingSystem system, PackageType type, Signing signing) {
        return JpackageArguments.of(product, Launch.of(product), system, type, PLACES, signing);
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void everyPackageHasNameVersionAndVendor(OperatingSystem system) {
        for (var type : system.packages()) {
            assertThat(arguments(system, type, NOBODY)).containsSequence("--type", type.word())
                    .containsSequence("--app-version", "1.0.0")
                    .containsSequence("--vendor", product.fact("vendor"))
                    .containsSequence("--app-image", "image")
                    // jpackage refuses what belongs to the image once the image is made.
                    .doesNotContain("--icon", "--module", "--runtime-image", "--java-options", "--add-launcher");
        }
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void theImageStartsTheModuleWithTheCacheBesideIt(OperatingSystem system) {
        var arguments = arguments(system, PackageType.APP_IMAGE, NOBODY);
        assertThat(arguments).containsSequence("--module", "org.billrunconsole/org.billrunconsole.Launcher")
                .containsSequence("--java-options", "-XX:AOTCache=$APPDIR/app.aot")
                .containsSequence("--runtime-image", "runtime")
                .containsSequence("--input", "app");
        assertThat(Path.of(arguments.get(arguments.indexOf("--icon") + 1)).getFileName()).satisfies(
                icon -> assertThat(Path.of("icons").resolve(icon)).exists());
    }

    @Test
    void theTrainingStartTakesTheOptionsOfTheInstalledProgram() {
        var launch = Launch.of(product);
        assertThat(launch.installedOptions(OperatingSystem.LINUX)).containsAll(launch.options())
                .contains("-Djna.nounpack=true");
    }

    @ParameterizedTest
    @CsvSource({"LINUX,$APPDIR/../runtime/lib", "WINDOWS,$APPDIR/../runtime/bin",
            "MACOS,$APPDIR/../runtime/Contents/Home/lib"})
    void theKeyStoresLibraryIsFoundInTheRuntime(OperatingSystem system, String folder) {
        assertThat(arguments(system, PackageType.APP_IMAGE, NOBODY))
                .containsSequence("--java-options", "-Djna.boot.library.path=" + folder)
                .containsSequence("--java-options",
                        "--enable-native-access=javafx.graphics,com.sun.jna,jkeychain");
    }

    @Test
    void windowsGetsMenuShortcutUpgradeAndBothScopes() {
        var user = arguments(OperatingSystem.WINDOWS, PackageType.MSI_USER, NOBODY);
        var machine = arguments(OperatingSystem.WINDOWS, PackageType.MSI_MACHINE, NOBODY);
        assertThat(machine).contains("--win-menu", "--win-shortcut").doesNotContain("--win-per-user-install");
        assertThat(user).contains("--win-menu", "--win-shortcut", "--win-per-user-install");
        // Changing them would leave every installed copy behind beside the new one.
        assertThat(machine).containsSequence("--win-upgrade-uuid", "6a0f3a52-5d0b-4c58-9c55-2f6f1b2c8e47");
        assertThat(user).containsSequence("--win-upgrade-uuid", "2adb8403-4515-4a59-8f4a-14cb90349d30");
        assertThat(arguments(OperatingSystem.WINDOWS, PackageType.APP_IMAGE, NOBODY)).contains("--add-launcher");
    }

    @Test
    void macosIsSignedOnlyWhenSomebodySigns() {
        var somebody = new Signing(Map.of(Signing.MAC_IDENTITY, "Somebody"));
        assertThat(arguments(OperatingSystem.MACOS, PackageType.PKG, NOBODY)).doesNotContain("--mac-sign")
                .containsSequence("--mac-package-identifier", "org.billrunconsole.console");
        assertThat(arguments(OperatingSystem.MACOS, PackageType.APP_IMAGE, somebody)).contains("--mac-sign")
                .containsSequence("--mac-signing-key-user-name", "Somebody")
                .contains("--mac-entitlements");
        assertThat(arguments(OperatingSystem.MACOS, PackageType.DMG, somebody)).doesNotContain("--mac-sign");
    }

    @Test
    void linuxGetsMenuEntryAndDependencies() {
        assertThat(arguments(OperatingSystem.LINUX, PackageType.DEB, NOBODY)).contains("--linux-shortcut")
                .containsSequence("--linux-package-name", "bill-run-console")
                .containsSequence("--linux-package-deps", product.fact("debDepends"));
    }

    @Test
    void whatTheArgumentsNameExists() {
        assertThat(Path.of("packaging/windows/resources/console-launcher.properties")).exists();
        assertThat(Path.of("packaging/macos/resources/hardened.entitlements")).exists();
        assertThat(Files.isDirectory(Path.of("packaging/linux/resources"))).isTrue();
    }

    @Test
    void addressesThatNobodyKnowsAreNotNamed() {
        for (var system : OperatingSystem.values()) {
            for (var type : system.packages()) {
                assertThat(arguments(system, type, NOBODY)).doesNotContain("--about-url", "--win-help-url",
                        "--win-update-url", "");
            }
        }
        product.facts().setProperty("aboutUrl", "https://about");
        product.facts().setProperty("helpUrl", "https://help");
        product.facts().setProperty("updateUrl", "https://update");
        assertThat(arguments(OperatingSystem.WINDOWS, PackageType.MSI_USER, NOBODY))
                .containsSequence("--about-url", "https://about").containsSequence("--win-help-url", "https://help")
                .containsSequence("--win-update-url", "https://update");
    }
}
