package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the folder with the program in it, which runs where it lies and is what every installer installs. */
final class AppImage {

    /**
     * What goes in.
     *
     * @param product   the facts
     * @param launch    how it starts
     * @param modules   the modules to link, with those that they need
     * @param beside    files to lie beside the launcher's configuration
     * @param ending    the arguments with which it ends at once, by which its start is proved; none if it has no such
     */
    record Content(Product product, Launch launch, List<String> modules, List<Path> beside, List<String> ending) {}

    private AppImage() {}

    /** The program, and the modules that no descriptor asks for. */
    static List<String> modules(Product product, OperatingSystem system) {
        var modules = new ArrayList<>(List.of(product.fact("module"),
                // Names of months and days in more languages than American English.
                "jdk.localedata"));
        switch (system) {
            // How the key store of the desktop is spoken to.
            case LINUX -> modules.add("org.freedesktop.dbus.transport.jre");
            // The certificates that the company's administrators have put into Windows.
            case WINDOWS -> modules.add("jdk.crypto.mscapi");
            case MACOS -> {
            }
        }
        return modules;
    }

    /**
     * Links, trains and packs.
     *
     * @param modulePath the modules to link from
     * @param project    the project's folder
     * @param work       the folder to work in; the result lies in it
     * @return the folder with the program in it
     */
    static Path build(Content content, OperatingSystem system, Path modulePath, Path project, Path work)
            throws IOException, InterruptedException {
        var product = content.product();
        var runtime = Image.link(system, content.modules(), modulePath, work.resolve("runtime"));
        if (system == OperatingSystem.LINUX) {
            runtime.stripNames();
        }
        var beside = work.resolve("app");
        Folders.empty(beside);
        for (var file : content.beside()) {
            Files.copy(file, beside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Training.run(system, runtime, content.launch(), beside.resolve(Launch.CACHE));
        runtime.removeCommands(system);

        var destination = work.resolve("image");
        Folders.empty(destination);
        var image = destination.resolve(system.imageFolder(system.imageName(product)));
        var places = new JpackageArguments.Places(runtime.folder(), beside, project.resolve("icons"),
                Resources.fill(templates(system, project), product, system, PackageType.APP_IMAGE,
                        work.resolve("resources")),
                image, destination);
        Tools.jdk("jpackage", JpackageArguments.of(product, content.launch(), system, PackageType.APP_IMAGE, places,
                new Signing(System.getenv())));
        prove(content, image, system);
        if (system == OperatingSystem.LINUX) {
            var launcher = launcher(image, product, system);
            Files.writeString(launcher, content.launch().script());
            Files.delete(image.resolve("lib/libapplauncher.so"));
            prove(content, image, system);
        }
        return image;
    }

    private static void prove(Content content, Path image, OperatingSystem system)
            throws IOException, InterruptedException {
        if (!content.ending().isEmpty()) {
            StartCache.prove(launcher(image, content.product(), system), content.ending());
        }
    }

    /** The program to start, which writes to the console that it is started from. */
    static Path launcher(Path image, Product product, OperatingSystem system) {
        return image.resolve(switch (system) {
            case LINUX -> "bin/" + product.command();
            case MACOS -> "Contents/MacOS/" + product.name();
            case WINDOWS -> product.command() + ".exe";
        });
    }

    /** What the project keeps in place of jpackage's own templates. */
    static Path templates(OperatingSystem system, Path project) {
        return project.resolve("packaging").resolve(system.label()).resolve("resources");
    }
}
