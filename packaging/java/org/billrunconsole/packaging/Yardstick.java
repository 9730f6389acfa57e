package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Builds the bare windows that the program's start is measured against, one with a label and one with a table: the same
 * JDK, the same linking, the same training, the same launcher. Run after {@link Installer}, whose JavaFX it takes.
 */
final class Yardstick {

    private static final String MODULE = "org.billrunconsole.yardstick";

    private Yardstick() {}

    /**
     * Writes their images to {@code target/packaging/yardstick/image} and {@code .../yardstick/table/image}.
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
        var javac = new ArrayList<>(List.of("-d", work.resolve("classes").toString(), "--module-path",
                project.resolve("target/packaging/modules").toString(), source.resolve("module-info.java").toString()));
        try (var files = Files.newDirectoryStream(source.resolve("org/billrunconsole/yardstick"), "*.java")) {
            files.forEach(file -> javac.add(file.toString()));
        }
        Tools.jdk("javac", javac);
        var path = work.resolve("path");
        Folders.empty(path);
        try (var files = Files.newDirectoryStream(javafx, "javafx*")) {
            for (var file : files) {
                Files.copy(file, path.resolve(file.getFileName()));
            }
        }
        ModulePath.pack(work.resolve("classes"), path, MODULE, "1.0.0");
        window(project, path, work, "yardstick", "Label");
        // A cache of its own: each is trained on what it does itself.
        window(project, path, Files.createDirectories(work.resolve("table")), "yardstick-table", "Table");
    }

    private static void window(Path project, Path path, Path work, String command, String main)
            throws IOException, InterruptedException {
        var version = Version.of("1.0.0", "0");
        var facts = new Properties();
        facts.putAll(Product.read(project.resolve("packaging/product.properties"), version).facts());
        facts.setProperty("name", "Yardstick " + main);
        facts.setProperty("command", command);
        facts.setProperty("module", MODULE);
        facts.setProperty("main", MODULE + "." + main);
        facts.setProperty("nativeAccess", "javafx.graphics");
        var product = new Product(facts, version);
        AppImage.build(new AppImage.Content(product, Launch.of(product), List.of(MODULE), List.of(), List.of()),
                OperatingSystem.LINUX, path, project, work);
    }
}
