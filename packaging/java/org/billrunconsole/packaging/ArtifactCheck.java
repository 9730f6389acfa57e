package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens finished packages of any system and compares what they say with the facts: name, version, numbers, icon,
 * signature, libraries. Runs on Linux, with {@code msiinfo}, {@code msiextract} and {@code 7zz}.
 *
 * @param product      the facts
 * @param mustBeSigned whether a package without signatures is wrong
 */
record ArtifactCheck(Product product, boolean mustBeSigned) {

    private static final String SIGNED = "CONSOLE_MUST_BE_SIGNED";

    /**
     * Checks every package of a folder.
     *
     * @param args the project's folder, the pom's version, the number of the build, the folder of the packages
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            var product = Product.read(Path.of(args[0]).resolve("packaging/product.properties"),
                    Version.of(args[1], args[2]));
            new ArtifactCheck(product, "true".equals(System.getenv(SIGNED))).folder(Path.of(args[3]));
        } catch (Complaint complaint) {
            System.err.println("artifact check: " + complaint.getMessage());
            System.exit(1);
        }
    }

    private void folder(Path folder) throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        var looked = 0;
        for (var file : Folders.files(folder)) {
            var kind = kind(file.getFileName().toString());
            if (kind.isPresent()) {
                var wrong = wrong(file, kind.get());
                wrong.forEach(each -> found.add("\n  " + file.getFileName() + ": " + each));
                System.out.println(file.getFileName() + ": "
                        + (wrong.isEmpty() ? "as the facts say" : wrong.size() + " findings"));
                looked++;
            }
        }
        if (looked == 0) {
            throw new Complaint("There is no package of " + product.version().pom() + " in " + folder);
        }
        if (!found.isEmpty()) {
            throw new Complaint("Not as the facts say:" + String.join("", found));
        }
    }

    /**
     * What a package is, by its name.
     *
     * @param type      its kind
     * @param processor whose programs are in it
     */
    record Kind(PackageType type, String processor) {}

    Optional<Kind> kind(String name) {
        return Arrays.stream(OperatingSystem.values())
                .flatMap(system -> system.packages().stream().flatMap(type -> Stream.of("x64", "aarch64")
                        .filter(processor -> type.fileName(product, system, processor).equals(name))
                        .map(processor -> new Kind(type, processor))))
                .findFirst();
    }

    private List<String> wrong(Path file, Kind kind) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("package");
        try {
            var found = new ArrayList<>(wrongSum(file));
            found.addAll(switch (kind.type()) {
                case MSI_USER, MSI_MACHINE -> windows(file, kind, work);
                case DMG, PKG -> mac(file, kind, work);
                case DEB -> linux(answer("dpkg-deb", "--field", file.toString(), "Package", "Version"),
                        "Package: " + product.command() + "\nVersion: "
                                + product.version().packed(OperatingSystem.LINUX),
                        answer("dpkg-deb", "--contents", file.toString()));
                case RPM -> linux(answer("rpm", "-qp", "--queryformat", "%{NAME} %{VERSION}", file.toString()),
                        product.command() + " " + product.version().packed(OperatingSystem.LINUX),
                        answer("rpm", "-qpl", file.toString()));
                case APP_IMAGE -> List.of();
            });
            return found;
        } finally {
            Folders.delete(work);
        }
    }

    private static List<String> wrongSum(Path file) throws IOException {
        var sum = file.resolveSibling(file.getFileName() + ".sha256");
        return Files.exists(sum)
                && Files.readString(sum).equals(Packages.sha256(file) + "  " + file.getFileName() + "\n")
                        ? List.of()
                        : List.of("its SHA-256 sum is missing or another");
    }

    private List<String> windows(Path file, Kind kind, Path work) throws IOException, InterruptedException {
        var found = new ArrayList<>(WindowsPackage.wrongTables(product, kind.type(), table(file, "Property"),
                table(file, "Upgrade"), table(file, "Icon")));
        if (mustBeSigned && !answer("msiinfo", "streams", file.toString()).contains("DigitalSignature")) {
            found.add("it is not signed");
        }
        answer("msiextract", "--directory", work.toString(), file.toString());
        found.addAll(WindowsPackage.wrongFiles(product, kind.processor(), work, mustBeSigned));
        return found;
    }

    /** A table of an MSI; what is no text in it, such as pictures, is written as files where the tool runs. */
    private static String table(Path file, String name) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("table");
        try {
            var command = List.of("msiinfo", "export", file.toAbsolutePath().toString(), name);
            return answer(command, Tools.output(command, work));
        } finally {
            Folders.delete(work);
        }
    }

    private List<String> mac(Path file, Kind kind, Path work) throws IOException, InterruptedException {
        unpack(file, work);
        // A PKG is an archive of an archive of an archive.
        for (var name : List.of("Payload", "Payload~")) {
            for (var inner : Folders.files(work)) {
                if (inner.getFileName().toString().equals(name)) {
                    unpack(inner, inner.getParent());
                }
            }
        }
        try (var tree = Files.walk(work)) {
            var app = tree.filter(each -> each.endsWith(product.name() + ".app")).findFirst();
            return app.isEmpty() ? List.of("it has no " + product.name() + ".app")
                    : MacProgram.wrong(product, kind.processor(), app.get(), mustBeSigned);
        }
    }

    private static void unpack(Path file, Path folder) throws IOException, InterruptedException {
        answer("7zz", "x", "-y", "-o" + folder, file.toString());
    }

    private List<String> linux(String said, String wanted, String files) {
        var found = new ArrayList<String>();
        if (!said.strip().equals(wanted)) {
            found.add("it says it is " + said.strip() + ", not " + wanted);
        }
        for (var needed : List.of("/usr/bin/" + product.command(), "/opt/" + product.command() + "/lib/app/"
                + Launch.CACHE, "/opt/" + product.command() + "/lib/runtime/lib/libjnidispatch.so",
                "/usr/share/applications/" + product.command() + ".desktop")) {
            if (!files.contains(needed)) {
                found.add("it has no " + needed);
            }
        }
        return found;
    }

    private static String answer(String... command) throws IOException, InterruptedException {
        return answer(List.of(command), Tools.output(List.of(command)));
    }

    private static String answer(List<String> command, Tools.Output output) {
        if (output.exit() != 0) {
            throw new Complaint(String.join(" ", command) + " ended with " + output.exit() + ": " + output.text());
        }
        return output.text();
    }
}
