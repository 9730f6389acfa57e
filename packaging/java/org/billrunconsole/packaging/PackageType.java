package org.billrunconsole.packaging;

/** What jpackage can be asked for, by the word it wants. */
enum PackageType {

    APP_IMAGE("app-image", "", ""),
    DEB("deb", ".deb", ""),
    RPM("rpm", ".rpm", ""),
    DMG("dmg", ".dmg", ""),
    PKG("pkg", ".pkg", ""),
    /** Installs for one person, without an administrator. */
    MSI_USER("msi", ".msi", "-user"),
    /** Installs for everybody on the machine. */
    MSI_MACHINE("msi", ".msi", "-machine");

    private final String word;
    private final String extension;
    private final String variant;

    PackageType(String word, String extension, String variant) {
        this.word = word;
        this.extension = extension;
        this.variant = variant;
    }

    String word() {
        return word;
    }

    String label() {
        return word + variant;
    }

    /** The file's name on the download page: product, version, system, processor, variant. */
    String fileName(Product product, OperatingSystem system, String processor) {
        return product.command() + "-" + product.version().pom() + "-" + system.label() + "-" + processor + variant
                + extension;
    }
}
