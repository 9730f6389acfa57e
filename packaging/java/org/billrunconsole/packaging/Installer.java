package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the installers of the system it runs on from compiled classes and a folder of modular jars. Started by the
 * Maven profile {@code installer}, from its source, by the JDK whose runtime is shipped.
 */
final class Installer {

    private Installer() {}

    /**
     * Runs the whole of it.
     *
     * @param args the project's folder, the pom's version, the pom's JavaFX version
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            build(Path.of(args[0]), args[1], args[2]);
        } catch (Complaint complaint) {
            System.err.println("installer: " + complaint.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path project, String version, String javafx) throws IOException, InterruptedException {
        var system = OperatingSystem.current();
        Requirements.check(system, Runtime.version().feature(), name -> Tools.isPresent(system, name));
        var product = Product.read(project.resolve("packaging/product.properties"), version);
        var jars = project.resolve("target/packaging/modules");
        var linked = ModulePath.javafxVersion(jars).orElse("none");
        if (!linked.equals(javafx)) {
            throw new Complaint("The pom names JavaFX " + javafx + ", but " + jars + " has " + linked
                    + ": run mvn clean first");
        }

        var work = project.resolve("target/packaging");
        var path = work.resolve("path");
        var processor = OperatingSystem.processor(System.getProperty("os.arch"));
        var libraries = new NativeLibraries(system, processor);
        libraries.keepApart(ModulePath.fill(jars, libraries, path), Path.of(System.getProperty("java.home")));
        ModulePath.pack(project.resolve("target/classes"), path, product.command(), product.version());
        var content = new AppImage.Content(product, Launch.of(product), AppImage.modules(product, system),
                List.of(project.resolve("target/classes/org/billrunconsole/licences.txt")));
        var image = AppImage.build(content, system, path, project, work);
        new Packages(product, system, new Signing(System.getenv()), project, image)
                .build(project.resolve("target/installer"), work.resolve("libraries.cdx.json"));
    }
}
