package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the installers of the system it runs on from compiled classes and a folder of modular jars. Started by the
 * Maven profile {@code installer}, from its source, by the JDK whose runtime is shipped: once before anything else is
 * done, to say what is missing, and once when everything else is done.
 *
 * @param system  this system
 * @param project the project's folder
 * @param product the facts
 * @param javafx  the pom's JavaFX version
 */
record Installer(OperatingSystem system, Path project, Product product, String javafx) {

    /**
     * Runs the whole of it.
     *
     * @param args {@code check} or {@code build}, the project's folder, the pom's version, the number of this build, the
     *             feature version of the JDK that is to be shipped, the pom's JavaFX version
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            var installer = checked(Path.of(args[1]), Version.of(args[2], args[3]), Integer.parseInt(args[4]), args[5]);
            if (args[0].equals("build")) {
                installer.build();
            }
        } catch (Complaint complaint) {
            System.err.println("installer: " + complaint.getMessage());
            System.exit(1);
        }
    }

    private static Installer checked(Path project, Version version, int feature, String javafx) throws IOException {
        var system = OperatingSystem.current();
        version.check(system);
        var signing = new Signing(System.getenv());
        signing.check(system);
        var lookup = new Lookup(system, System.getenv());
        Requirements.check(system, feature, Runtime.version().feature(), signing, lookup::has,
                () -> wixExtensions(lookup.find("wix").orElseThrow().toString()));
        return new Installer(system, project, Product.read(project.resolve("packaging/product.properties"), version),
                javafx);
    }

    private static String wixExtensions(String wix) {
        try {
            return Wix.missing(Tools.output(List.of(wix, "--version")).text(),
                    Tools.output(List.of(wix, "extension", "list", "--global")).text());
        } catch (IOException | InterruptedException e) {
            throw new Complaint("The WiX Toolset in " + wix + " does not run: " + e);
        }
    }

    private void build() throws IOException, InterruptedException {
        var work = project.resolve("target/packaging");
        var jars = work.resolve("modules");
        var linked = ModulePath.javafxVersion(jars).orElse("none");
        if (!linked.equals(javafx)) {
            throw new Complaint("The pom names JavaFX " + javafx + ", but " + jars + " has " + linked
                    + ": run mvn clean first");
        }

        var path = work.resolve("path");
        var libraries = new NativeLibraries(system, OperatingSystem.processor(System.getProperty("os.arch")));
        libraries.keepApart(ModulePath.fill(jars, libraries, path), Path.of(System.getProperty("java.home")));
        ModulePath.pack(StyleSheets.withBinary(project.resolve("target/classes"), jars, work.resolve("classes")), path,
                product.command(), product.version().pom());
        var content = new AppImage.Content(product, Launch.of(product), AppImage.modules(product, system),
                List.of(project.resolve("target/classes/org/billrunconsole/licences.txt")), List.of("--version"));
        var sbom = work.resolve("libraries.cdx.json");
        if (!Files.exists(sbom)) {
            throw new Complaint("No bill of materials: Maven makes it only when it is not told to stay offline");
        }
        var signing = new Signing(System.getenv());
        var image = AppImage.build(content, system, path, project, work);
        if (system == OperatingSystem.WINDOWS) {
            signPrograms(signing, image);
        }
        new Packages(product, system, signing, project, image).build(project.resolve("target/installer"), sbom);
    }

    /** What Windows runs and loads: that of the Java runtime is signed by those who publish it, ours is not yet. */
    private static void signPrograms(Signing signing, Path image) throws IOException, InterruptedException {
        try (var tree = Files.walk(image)) {
            for (var file : (Iterable<Path>) tree.filter(each -> each.toString().matches(".*\\.(exe|dll)"))::iterator) {
                if (!WindowsFile.read(file).signed()) {
                    file.toFile().setWritable(true);
                    signing.sign(OperatingSystem.WINDOWS, file);
                }
            }
        }
    }
}
