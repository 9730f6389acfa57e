package org.billrunconsole.packaging;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Makes of a folder of jars the module path that jlink wants. */
final class ModulePath {

    /** What signs a jar; it says nothing of a jmod. */
    private static final String SIGNATURE = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)";

    private ModulePath() {}

    /**
     * Fills an empty folder: with the jars as they are, and with a jmod in place of each that carries native libraries.
     *
     * @param jars      the jars of the libraries
     * @param libraries which native libraries go where
     * @param folder    the folder to fill
     * @return the native libraries as they will lie in the runtime, and whose jar brings each
     */
    static Map<String, Path> fill(Path jars, NativeLibraries libraries, Path folder) throws IOException {
        Folders.empty(folder);
        var placed = new HashMap<String, Path>();
        try (var files = Files.newDirectoryStream(jars, "*.jar")) {
            for (var jar : files) {
                var module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
                if (module.isAutomatic()) {
                    // JavaFX's jar without a system's name is a signpost to the one with it: nothing in it to link.
                    if (module.packages().isEmpty()) {
                        continue;
                    }
                    throw new Complaint(jar.getFileName() + " has no module descriptor, so jlink will not take it: "
                            + "give it one in the installer profile");
                }
                for (var library : add(jar, module.name(), libraries, folder)) {
                    var other = placed.put(library, jar.getFileName());
                    if (other != null) {
                        throw new Complaint(jar.getFileName() + " and " + other + " both bring " + library);
                    }
                }
            }
        }
        return placed;
    }

    /** Adds one jar, and says which native libraries it puts into the runtime. */
    private static List<String> add(Path jar, String module, NativeLibraries libraries, Path folder)
            throws IOException {
        var work = Files.createTempDirectory("jmod");
        var classes = Files.createDirectory(work.resolve("classes"));
        var files = Files.createDirectory(work.resolve("libraries"));
        var found = false;
        var placed = new ArrayList<String>();
        try (var content = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (var entry : content.versionedStream().filter(each -> !each.isDirectory()).toList()) {
                if (NativeLibraries.isLibrary(entry.getName())) {
                    found = true;
                    var place = libraries.place(module, entry.getName());
                    if (place.isPresent()) {
                        placed.add(place.get());
                        copy(content, entry, files.resolve(place.get()));
                    }
                } else if (!entry.getName().matches(SIGNATURE)) {
                    copy(content, entry, classes.resolve(entry.getName()));
                }
            }
            if (!found) {
                Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                return placed;
            }
            var keychain = classes.resolve(KeychainLoader.CLASS);
            if (module.equals(NativeLibraries.KEYCHAIN)) {
                Files.write(keychain, KeychainLoader.loadingByName(Files.readAllBytes(keychain)));
            }
            Tools.jdk("jmod", List.of("create", "--class-path", classes.toString(), "--libs", files.toString(),
                    folder.resolve(module + ".jmod").toString()));
            return placed;
        } finally {
            Folders.delete(work);
        }
    }

    private static void copy(JarFile content, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (var in = content.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    /** Packs compiled classes as a module of their own. */
    static void pack(Path classes, Path folder, String name, String version) {
        Tools.jdk("jar", List.of("--create", "--file", folder.resolve(name + ".jar").toString(), "--module-version",
                version, "-C", classes.toString(), "."));
    }

    /** The version of the JavaFX that would be linked in, as it says of itself. */
    static Optional<String> javafxVersion(Path jars) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(jars, "javafx-base-*.jar")) {
            for (var jar : files) {
                try (var zip = FileSystems.newFileSystem(jar)) {
                    var entry = zip.getPath("/javafx.properties");
                    if (Files.exists(entry)) {
                        var properties = new Properties();
                        try (var in = Files.newInputStream(entry)) {
                            properties.load(in);
                        }
                        found.add(properties.getProperty("javafx.version"));
                    }
                }
            }
        }
        return found.stream().findFirst();
    }
}
