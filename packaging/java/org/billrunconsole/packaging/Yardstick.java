package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Builds the bare window that the program's start is measured against: the same JDK, the same linking, the same
 * training, the same launcher. Run after {@link Installer}, whose JavaFX it takes.
 */
final class Yardstick {

    private static final String MODULE = "org.billrunconsole.yardstick";

    private Yardstick() {}

    /**
     * Writes its image to {@code target/packaging/yardstick/image}.
     *
     * @param args the project's folder
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            build(Path.of(args[0]));
        } catch (Complaint complaint) {
            System.err.println("yardstick: " + complaint.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path project) throws IOException, InterruptedException {
        var source = project.resolve("packaging/linux/yardstick");
        var work = project.resolve("target/packaging/yardstick");
        var javafx = project.resolve("target/packaging/path");
        Folders.empty(work);
        Tools.jdk("javac", List.of("-d", work.resolve("classes").toString(), "--module-path",
                project.resolve("target/packaging/modules").toString(), source.resolve("module-info.java").toString(),
                source.resolve("org/billrunconsole/yardstick/Label.java").toString()));
        var path = work.resolve("path");
        Folders.empty(path);
        try (var files = Files.newDirectoryStream(javafx, "javafx*")) {
            for (var file : files) {
                Files.copy(file, path.resolve(file.getFileName()));
            }
        }
        ModulePath.pack(work.resolve("classes"), path, MODULE, "1.0.0");

        var version = Version.of("1.0.0", "0");
        var facts = new Properties();
        facts.putAll(Product.read(project.resolve("packaging/product.properties"), version).facts());
        facts.setProperty("name", "Yardstick");
        facts.setProperty("command", "yardstick");
        facts.setProperty("module", MODULE);
        facts.setProperty("main", MODULE + ".Label");
        facts.setProperty("nativeAccess", "javafx.graphics");
        var product = new Product(facts, version);
        AppImage.build(new AppImage.Content(product, Launch.of(product), List.of(MODULE), List.of(), List.of()),
                OperatingSystem.LINUX, path, project, work);
    }
}
