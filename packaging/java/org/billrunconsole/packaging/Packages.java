package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs the finished folder into everything that this system installs from.
 *
 * @param product the facts
 * @param system  this system
 * @param signing who signs
 * @param project the project's folder
 * @param image   the folder with the program in it
 */
record Packages(Product product, OperatingSystem system, Signing signing, Path project, Path image) {

    private static final int BUFFER = 1 << 16;

    void build(Path target, Path sbom) throws IOException, InterruptedException {
        Folders.empty(target);
        var built = new ArrayList<Path>();
        for (var type : system.packages()) {
            if (type == PackageType.RPM && !new Lookup(system, System.getenv()).has("rpmbuild")) {
                System.out.println("No RPM: rpmbuild is not installed");
            } else {
                built.add(installer(type, target));
            }
        }
        if (system == OperatingSystem.LINUX) {
            built.add(archive(target));
        }
        var signed = new HashSet<Path>();
        for (var file : built) {
            if (signing.sign(system, file)) {
                signed.add(file);
            }
        }
        var bill = target.resolve(PackageType.APP_IMAGE.fileName(product, system, processor()) + ".cdx.json");
        Files.writeString(bill, Sbom.withRuntime(Files.readString(sbom)));
        for (var file : concat(built, bill)) {
            Files.writeString(file.resolveSibling(file.getFileName() + ".sha256"),
                    sha256(file) + "  " + file.getFileName() + "\n");
        }
        System.out.print(Summary.of(project.relativize(target), built, signed, signing.missing(system), product));
    }

    private static List<Path> concat(List<Path> files, Path another) {
        return Stream.concat(files.stream(), Stream.of(another)).toList();
    }

    private static String processor() {
        return OperatingSystem.processor(System.getProperty("os.arch"));
    }

    private Path installer(PackageType type, Path target) throws IOException {
        var places = new JpackageArguments.Places(image, image, project.resolve("icons"),
                Resources.fill(AppImage.templates(system, project), product, system, type,
                        project.resolve("target/packaging/resources-" + type.label())),
                image, Files.createTempDirectory("installer"));
        Tools.jdk("jpackage", JpackageArguments.of(product, Launch.of(product), system, type, places, signing));
        try (var files = Files.newDirectoryStream(places.destination(), "*.*")) {
            return Files.move(files.iterator().next(), target.resolve(type.fileName(product, system, processor())),
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(places.destination());
        }
    }

    /** For who may not install anything: the folder as it is, to be unpacked anywhere. */
    private Path archive(Path target) throws IOException, InterruptedException {
        var file = target.resolve(PackageType.APP_IMAGE.fileName(product, system, processor()) + ".tar.gz");
        Tools.run(List.of("tar", "--create", "--gzip", "--file", file.toString(), "--sort=name", "--owner=0",
                "--group=0",
                "--numeric-owner", "--directory", image.getParent().toString(), image.getFileName().toString()));
        return file;
    }

    static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (int read; (read = in.read(buffer)) >= 0;) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
