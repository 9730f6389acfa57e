package org.billrunconsole.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every argument that jpackage is given, on any system. */
final class JpackageArguments {

    /**
     * What jpackage reads and where it writes.
     *
     * @param runtime     the linked runtime
     * @param appContent  what lies beside the launcher's configuration: the start cache and the licences
     * @param icons       the folder of rendered icons
     * @param resources   what replaces jpackage's own templates on this system
     * @param image       the finished folder with the program in it
     * @param destination the folder to write to
     */
    record Places(Path runtime, Path appContent, Path icons, Path resources, Path image, Path destination) {}

    private JpackageArguments() {}

    static List<String> of(Product product, Launch launch, OperatingSystem system, PackageType type, Places places,
            Signing signing) {
        var arguments = new ArrayList<String>();
        add(arguments, "--type", type.word());
        add(arguments, "--name", system.imageName(product));
        add(arguments, "--app-version", product.version().packed(system));
        product.known("aboutUrl").filter(_ -> type != PackageType.APP_IMAGE)
                .ifPresent(url -> add(arguments, "--about-url", url));
        add(arguments, "--vendor", product.fact("vendor"));
        add(arguments, "--description", product.fact("description"));
        add(arguments, "--copyright", product.fact("copyright"));
        add(arguments, "--resource-dir", places.resources().toString());
        add(arguments, "--dest", places.destination().toString());
        if (type == PackageType.APP_IMAGE) {
            image(arguments, product, launch, system, places);
        } else {
            add(arguments, "--app-image", places.image().toString());
        }
        if (system == OperatingSystem.MACOS) {
            macos(arguments, product, type, places, signing);
        }
        switch (type) {
            case DEB, RPM -> linux(arguments, product, type);
            case MSI_USER, MSI_MACHINE -> windows(arguments, product, type);
            case APP_IMAGE, DMG, PKG -> {
            }
        }
        return List.copyOf(arguments);
    }

    private static void image(List<String> arguments, Product product, Launch launch, OperatingSystem system,
            Places places) {
        add(arguments, "--runtime-image", places.runtime().toString());
        add(arguments, "--module", launch.mainModule());
        add(arguments, "--input", places.appContent().toString());
        add(arguments, "--icon", places.icons().resolve(system.icon(product)).toString());
        for (var option : launch.installedOptions(system)) {
            add(arguments, "--java-options", option);
        }
        if (system == OperatingSystem.WINDOWS) {
            // A window's launcher prints nothing there: --version and --help need one with a console.
            add(arguments, "--add-launcher",
                    product.command() + "=" + places.resources().resolve("console-launcher.properties"));
        }
    }

    private static void linux(List<String> arguments, Product product, PackageType type) {
        add(arguments, "--linux-package-name", product.command());
        add(arguments, "--linux-menu-group", product.fact("linuxCategories"));
        add(arguments, "--linux-shortcut");
        if (type == PackageType.DEB) {
            add(arguments, "--linux-app-category", product.fact("debSection"));
            add(arguments, "--linux-package-deps", product.fact("debDepends"));
        } else {
            add(arguments, "--linux-rpm-license-type", product.fact("rpmLicence"));
            add(arguments, "--linux-app-category", product.fact("rpmGroup"));
        }
    }

    private static void windows(List<String> arguments, Product product, PackageType type) {
        add(arguments, "--win-menu");
        add(arguments, "--win-menu-group", product.name());
        add(arguments, "--win-shortcut");
        add(arguments, "--win-upgrade-uuid", product.upgradeCode(type).toString());
        product.known("helpUrl").ifPresent(url -> add(arguments, "--win-help-url", url));
        product.known("updateUrl").ifPresent(url -> add(arguments, "--win-update-url", url));
        if (type == PackageType.MSI_USER) {
            add(arguments, "--win-per-user-install");
        }
    }

    private static void macos(List<String> arguments, Product product, PackageType type, Places places,
            Signing signing) {
        add(arguments, "--mac-package-identifier", product.bundleId());
        if (type == PackageType.APP_IMAGE) {
            add(arguments, "--mac-app-category", product.fact("macCategory"));
        }
        // A disk image is signed through what is in it; the two others by themselves.
        if (type != PackageType.DMG && signing.macIdentity().isPresent()) {
            add(arguments, "--mac-sign");
            add(arguments, "--mac-signing-key-user-name", signing.macIdentity().get());
            signing.macKeychain().ifPresent(keychain -> add(arguments, "--mac-signing-keychain", keychain));
            add(arguments, "--mac-entitlements", places.resources().resolve("hardened.entitlements").toString());
        }
    }

    private static void add(List<String> arguments, String... more) {
        arguments.addAll(List.of(more));
    }
}
