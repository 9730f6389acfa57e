package org.billrunconsole.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the programs lie that the build calls: on the path, and on Windows where jpackage looks for the WiX Toolset too,
 * whose setup does not put itself there.
 *
 * @param system      this system
 * @param environment the environment variables
 */
record Lookup(OperatingSystem system, Map<String, String> environment) {

    /** The program of that name, or on Linux the shared library where the system keeps them. */
    Optional<Path> find(String name) {
        if (name.contains(".so.")) {
            var processor = System.getProperty("os.arch").replace("amd64", "x86_64");
            return Stream.of("/usr/lib", "/usr/lib64", "/usr/lib/" + processor + "-linux-gnu")
                    .map(folder -> Path.of(folder, name)).filter(Files::exists).findFirst();
        }
        return Stream.concat(path(), system == OperatingSystem.WINDOWS ? wix().stream() : Stream.of())
                .flatMap(folder -> Stream.of(folder.resolve(system.executable(name)), folder.resolve(name)))
                .filter(Files::isExecutable).findFirst();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private Stream<Path> path() {
        // Windows lets people write an entry in quotes, and keeps entries that are no paths at all.
        return Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(environment.getOrDefault("PATH", ""))
                .map(entry -> entry.replace("\"", "").strip())
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> path(entry).stream());
    }

    private static Optional<Path> path(String entry) {
        try {
            return Optional.of(Path.of(entry));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<Path> wix() {
        var folders = new ArrayList<Path>();
        for (var variable : List.of("ProgramFiles", "ProgramFiles(x86)")) {
            path(environment.getOrDefault(variable, "")).filter(Files::isDirectory)
                    .ifPresent(programs -> folders.addAll(toolsets(programs)));
        }
        path(environment.getOrDefault("USERPROFILE", "")).map(home -> home.resolve(".dotnet/tools"))
                .ifPresent(folders::add);
        return folders;
    }

    private static List<Path> toolsets(Path programs) {
        var found = new ArrayList<Path>();
        try (var each = Files.newDirectoryStream(programs, "WiX Toolset v*")) {
            each.forEach(toolset -> found.add(toolset.resolve("bin")));
        } catch (IOException e) {
            System.out.println("Not looked into: " + programs + " (" + e + ")");
        }
        return found;
    }
}
