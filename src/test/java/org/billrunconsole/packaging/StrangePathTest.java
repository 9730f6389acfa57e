package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.billrunconsole.testkit.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Builds and starts in a folder as people have them: with blanks and umlauts, and two hundred characters long. */
@EnabledOnOs(OS.LINUX)
class StrangePathTest {

    private static final int LONG = 200;

    private Path folder;

    @BeforeEach
    void folder(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("Müller & Söhne (Büro)");
        while (folder.toString().length() < LONG) {
            folder = folder.resolve("ein Ordner mit ß und Blanks");
        }
        Files.createDirectories(folder);
    }

    @Test
    void aRuntimeIsLinkedThereWhoseNativeLibrariesAreFound() throws Exception {
        var jars = Files.createDirectory(folder.resolve("jars"));
        var jna = Path.of(Native.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.copy(jna, jars.resolve(jna.getFileName()));
        var system = OperatingSystem.LINUX;
        var processor = OperatingSystem.processor(System.getProperty("os.arch"));
        ModulePath.fill(jars, new NativeLibraries(system, processor), folder.resolve("path"));

        var linking = ChildJvm.of(LinkedImage.class, folder.resolve("link.log"), folder.resolve("path").toString(),
                folder.resolve("runtime").toString(), "com.sun.jna");
        linking.environment().put("LC_ALL", "C.UTF-8");
        assertThat(linking.inheritIO().start().waitFor()).isZero();
        var image = new Image(folder.resolve("runtime"));

        // The classes of this build lie beside the tests'.
        var classes = Path.of(NativeProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var probe = Tools.output(List.of(image.java(system).toString(), "--enable-native-access=com.sun.jna",
                "-Djna.nounpack=true", Launch.nativeLibraries(image.libraries(system).toString()), "--add-modules",
                "com.sun.jna", "-cp", classes.toString(), NativeProbe.class.getName()), Map.of("LC_ALL", "C.UTF-8"));
        assertThat(probe.text().strip()).endsWith("runtime/lib/libjnidispatch.so");
        assertThat(probe.exit()).isZero();
    }

    @Test
    void theLauncherPassesItsFolderAndItsArgumentsOnAsTheyAre() throws Exception {
        var java = folder.resolve("lib/runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var launcher = folder.resolve("bin/bill-run-console");
        Files.createDirectories(launcher.getParent());
        Files.writeString(launcher, new Launch("m/main", "m").script());
        assertThat(launcher.toFile().setExecutable(true)).isTrue();

        var words = Tools.output(List.of(launcher.toString(), "--config-dir", "mein Ordner"),
                Map.of("LC_ALL", "C.UTF-8")).text().lines().toList();

        assertThat(words).contains("-Djna.boot.library.path=" + folder + "/lib/runtime/lib",
                "-XX:AOTCache=" + folder + "/lib/app/app.aot").endsWith("-m", "m/main", "--config-dir", "mein Ordner");
    }
}
