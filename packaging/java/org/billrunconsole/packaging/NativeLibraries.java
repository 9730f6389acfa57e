package org.billrunconsole.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which native libraries of the jars lie in the runtime as files, and where. Left in a jar, a library is unpacked at run
 * time into a folder of the person who works: slow, refused where programs run from allowed folders only (AppLocker,
 * WDAC) or where the temporary folder is mounted {@code noexec}, and without the signature of the rest.
 *
 * @param system    the system that is built for
 * @param processor its processor as {@link OperatingSystem#processor} says it
 */
record NativeLibraries(OperatingSystem system, String processor) {

    /** The module whose class looks for its library in its jar only; see {@link KeychainLoader}. */
    static final String KEYCHAIN = "jkeychain";
    /** By which name that class is to ask for it instead. */
    static final String KEYCHAIN_LIBRARY = "osxkeychain";

    private static final String LIBRARY = ".*\\.(so|a|jnilib|dylib|dll)";

    /** Whether a jar's entry is a native library of any system. */
    static boolean isLibrary(String entry) {
        return entry.matches(LIBRARY);
    }

    /**
     * Where a library of a jar goes.
     *
     * @param module the jar's module
     * @param entry  the entry's name in the jar
     * @return the path under the runtime's folder for libraries ({@code bin} on Windows, else {@code lib}), with slashes;
     *         empty if the library is another system's and is left out
     */
    Optional<String> place(String module, String entry) {
        if (module.startsWith("javafx.")) {
            // There JavaFX looks for them in a linked runtime. On Windows it brings copies of Microsoft's libraries, which
            // lie in bin too, as the JDK's own: a folder of their own keeps the two apart.
            return Optional.of(system == OperatingSystem.WINDOWS ? "javafx/" + entry : entry);
        }
        return switch (module) {
            case "com.sun.jna" -> Optional.of(entry)
                    .filter(name -> name.startsWith("com/sun/jna/" + jnaFolder() + "/"))
                    // Only files that end so are signed when the Mac's program is.
                    .map(name -> name.substring(name.lastIndexOf('/') + 1).replace(".jnilib", ".dylib"));
            case KEYCHAIN -> Optional.of("lib" + KEYCHAIN_LIBRARY + ".dylib")
                    .filter(_ -> system == OperatingSystem.MACOS);
            default -> throw new Complaint("The module " + module + " carries the native library " + entry
                    + ": say in NativeLibraries where it is to lie and how it is found there");
        };
    }

    /**
     * Stops where a library would lie in the runtime in place of one of the JDK's: jlink refuses that, without a word of
     * which and whose.
     *
     * @param placed  what {@link ModulePath#fill} said
     * @param javaHome the JDK that is linked from
     */
    void keepApart(Map<String, Path> placed, Path javaHome) {
        placed.forEach((library, jar) -> {
            if (Files.exists(javaHome.resolve(system.libraries()).resolve(library))) {
                throw new Complaint(jar + " brings " + library + ", which is the name of a library of the JDK");
            }
        });
    }

    private String jnaFolder() {
        var family = switch (system) {
            case LINUX -> "linux";
            case MACOS -> "darwin";
            case WINDOWS -> "win32";
        };
        return family + "-" + processor.replace("x64", "x86-64");
    }
}
