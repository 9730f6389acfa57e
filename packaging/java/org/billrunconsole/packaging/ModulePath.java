package org.billrunconsole.packaging;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Makes of a folder of jars the module path that jlink wants. */
final class ModulePath {

    private ModulePath() {}

    /**
     * Fills an empty folder.
     *
     * @param jars   the jars of the libraries
     * @param folder the folder to fill
     */
    static void fill(Path jars, Path folder) throws IOException {
        Folders.empty(folder);
        try (var files = Files.newDirectoryStream(jars, "*.jar")) {
            for (var jar : files) {
                var module = module(jar);
                if (module.descriptor().isAutomatic()) {
                    // JavaFX's jar without a system's name is a signpost to the one with it: nothing in it to link.
                    if (module.descriptor().packages().isEmpty()) {
                        continue;
                    }
                    throw new Complaint(jar.getFileName() + " has no module descriptor, so jlink will not take it: "
                            + "give it one in the installer profile");
                }
                add(jar, module, folder);
            }
        }
    }

    private static ModuleReference module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next();
    }

    /**
     * A JavaFX jar with native libraries becomes a jmod, so that they lie in the runtime as files. Left in the jar, each
     * would be unpacked into the user's home at the first start and compared with it at every other. Others that carry
     * native libraries look for them in their jar only.
     */
    private static void add(Path jar, ModuleReference module, Path folder) throws IOException {
        if (!module.descriptor().name().startsWith("javafx.")) {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        var classes = Files.createTempDirectory("classes");
        var libraries = Files.createTempDirectory("libraries");
        var found = false;
        try (var zip = FileSystems.newFileSystem(jar); var entries = Files.newDirectoryStream(zip.getPath("/"))) {
            for (var entry : entries) {
                if (entry.getFileName().toString().matches(".*\\.(so|dylib|dll)")) {
                    Files.copy(entry, libraries.resolve(entry.getFileName().toString()));
                    found = true;
                }
            }
            if (found) {
                unpack(zip.getPath("/"), classes);
            }
        }
        if (found) {
            Tools.jdk("jmod", List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                    folder.resolve(module.descriptor().name() + ".jmod").toString()));
        } else {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.delete(classes);
        Folders.delete(libraries);
    }

    private static void unpack(Path root, Path classes) throws IOException {
        try (var tree = Files.walk(root)) {
            for (var entry : (Iterable<Path>) tree::iterator) {
                var name = root.relativize(entry).toString();
                if (name.isEmpty() || !name.contains("/") && name.matches(".*\\.(so|dylib|dll)")) {
                    continue;
                }
                var target = classes.resolve(name);
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                }
            }
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
