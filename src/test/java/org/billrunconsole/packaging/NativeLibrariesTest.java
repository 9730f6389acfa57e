package org.billrunconsole.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pt.davidafsilva.apple.OSXKeychain;

/** What the installers of the other systems carry, seen in the very jars that they are made of. */
class NativeLibrariesTest {

    private static final Path OTHER_SYSTEMS = Path.of("target/other-systems");

    @TempDir
    Path folder;
    private Path jars;
    private Path path;

    @BeforeEach
    void folders() throws IOException {
        jars = Files.createDirectory(folder.resolve("jars"));
        path = folder.resolve("path");
    }

    private void take(Path jar) throws IOException {
        Files.copy(jar, jars.resolve(jar.getFileName()));
    }

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private List<String> libraries(String jmod) {
        var out = new StringWriter();
        var tool = ToolProvider.findFirst("jmod").orElseThrow();
        assertThat(tool.run(new PrintWriter(out), new PrintWriter(out), "list", path.resolve(jmod).toString()))
                .isZero();
        return out.toString().lines().filter(line -> line.startsWith("lib/"))
                .map(line -> line.substring("lib/".length()))
                .toList();
    }

    private static Set<String> ofTheJdk() throws IOException {
        try (var in = Objects.requireNonNull(NativeLibrariesTest.class.getResourceAsStream("jdk-libraries.txt"))) {
            return new String(in.readAllBytes()).lines().filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @CsvSource({"win,WINDOWS,x64,javafx/glass.dll,jnidispatch.dll", "mac,MACOS,x64,libglass.dylib,libjnidispatch.dylib",
            "mac-aarch64,MACOS,aarch64,libglass.dylib,libjnidispatch.dylib"})
    void noLibraryLiesInTheRuntimeUnderANameOfTheJdk(String jar, OperatingSystem system, String processor,
            String window,
            String jna) throws Exception {
        take(OTHER_SYSTEMS.resolve("javafx-graphics-" + jar + ".jar"));
        take(jarOf(Native.class));

        var placed = ModulePath.fill(jars, new NativeLibraries(system, processor), path);

        assertThat(libraries("javafx.graphics.jmod")).hasSizeGreaterThan(6).contains(window)
                .containsExactlyInAnyOrderElementsOf(
                        placed.keySet().stream().filter(each -> !each.equals(jna)).toList());
        assertThat(libraries("com.sun.jna.jmod")).containsExactly(jna);
        assertThat(placed.keySet()).extracting(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^lib", "")
                .replaceFirst("\\.(dll|dylib)$", "")).doesNotContainAnyElementsOf(ofTheJdk())
                .noneMatch(name -> name.startsWith("api-ms-win"));
    }

    @Test
    void microsoftsLibrariesThatTheJdkBringsTooLieBesideJavaFxs() throws Exception {
        take(OTHER_SYSTEMS.resolve("javafx-graphics-win.jar"));
        ModulePath.fill(jars, new NativeLibraries(OperatingSystem.WINDOWS, "x64"), path);
        // JavaFX asks for the first two by their full path, the third is what they ask for themselves.
        assertThat(libraries("javafx.graphics.jmod")).doesNotHaveDuplicates()
                .contains("javafx/vcruntime140.dll", "javafx/msvcp140.dll", "javafx/ucrtbase.dll");
    }

    @Test
    void aLibraryThatWouldReplaceOneOfTheJdkStopsTheBuild() {
        var here = new NativeLibraries(OperatingSystem.current(), "x64");
        var zip = System.mapLibraryName("zip");
        var home = Path.of(System.getProperty("java.home"));
        here.keepApart(Map.of("libglass.so", Path.of("a.jar")), home);
        assertThatThrownBy(() -> here.keepApart(Map.of(zip, Path.of("a.jar")), home))
                .isInstanceOf(Complaint.class).hasMessageContaining("a.jar brings " + zip);
    }

    @Test
    void aLibraryThatTwoJarsBringStopsTheBuild() throws Exception {
        modular("javafx.a", "glass.dll");
        modular("javafx.b", "glass.dll");
        assertThatThrownBy(() -> ModulePath.fill(jars, new NativeLibraries(OperatingSystem.WINDOWS, "x64"), path))
                .isInstanceOf(Complaint.class).hasMessageContainingAll("javafx.a.jar", "javafx.b.jar",
                        "both bring javafx/glass.dll");
    }

    @Test
    void aLibraryOfWhichNobodySaysWhereItGoesStopsTheBuild() throws Exception {
        modular("newcomer", "native/new.so");
        assertThatThrownBy(() -> ModulePath.fill(jars, new NativeLibraries(OperatingSystem.LINUX, "x64"), path))
                .isInstanceOf(Complaint.class).hasMessageContainingAll("newcomer", "native/new.so");
    }

    @ParameterizedTest
    @CsvSource({"LINUX,x64,linux-x86-64/libjnidispatch.so,libjnidispatch.so",
            "LINUX,aarch64,linux-aarch64/libjnidispatch.so,libjnidispatch.so",
            "MACOS,aarch64,darwin-aarch64/libjnidispatch.jnilib,libjnidispatch.dylib",
            "WINDOWS,x64,win32-x86-64/jnidispatch.dll,jnidispatch.dll"})
    void jnaKeepsTheLibraryOfItsSystemOnly(OperatingSystem system, String processor, String entry, String file)
            throws Exception {
        var libraries = new NativeLibraries(system, processor);
        assertThat(libraries.place("com.sun.jna", "com/sun/jna/" + entry)).contains(file);
        assertThat(libraries.place("com.sun.jna", "com/sun/jna/aix-ppc64/libjnidispatch.a")).isEmpty();

        take(jarOf(Native.class));
        assertThat(ModulePath.fill(jars, libraries, path)).containsOnlyKeys(file);
    }

    @Test
    void theMacsKeyStoreAsksTheRuntimeForItsLibrary() throws Exception {
        var mac = new NativeLibraries(OperatingSystem.MACOS, "aarch64");
        assertThat(mac.place("jkeychain", "osxkeychain.so")).contains("libosxkeychain.dylib");
        assertThat(new NativeLibraries(OperatingSystem.WINDOWS, "x64").place("jkeychain", "osxkeychain.so")).isEmpty();

        byte[] published;
        try (var in = OSXKeychain.class.getResourceAsStream("OSXKeychain.class")) {
            published = Objects.requireNonNull(in).readAllBytes();
        }
        var changed = KeychainLoader.loadingByName(published);
        var loader = new ClassLoader(OSXKeychain.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(OSXKeychain.class.getName(), changed, 0, changed.length);
            }
        };
        // There is none on this system, and the message shows what was asked for.
        assertThatThrownBy(() -> loader.define().getMethod("getInstance").invoke(null))
                .hasRootCauseInstanceOf(UnsatisfiedLinkError.class)
                .rootCause().hasMessageStartingWith("no osxkeychain in java.library.path");
        assertThatThrownBy(() -> KeychainLoader.loadingByName(changed("loadSharedObject", published)))
                .isInstanceOf(Complaint.class);
    }

    /** The class as if a later version had given the method another name. */
    private static byte[] changed(String name, byte[] type) {
        var file = new String(type, StandardCharsets.ISO_8859_1);
        return file.replace(name, "x".repeat(name.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void modular(String module, String library) throws IOException {
        var descriptor = ClassFile.of().buildModule(ModuleAttribute.of(
                ModuleDesc.of(module),
                builder -> builder.requires(ModuleDesc.of("java.base"), 0, null)));
        try (var out = new JarOutputStream(Files.newOutputStream(jars.resolve(module + ".jar")))) {
            out.putNextEntry(new JarEntry("module-info.class"));
            out.write(descriptor);
            out.putNextEntry(new JarEntry(library));
        }
    }
}
