package org.billrunconsole.packaging;

import java.util.List;
import java.util.Locale;

/** The systems that get an installer; each is built on itself, since jpackage knows only the one it runs on. */
enum OperatingSystem {

    LINUX(List.of(PackageType.DEB, PackageType.RPM)),
    MACOS(List.of(PackageType.DMG, PackageType.PKG)),
    WINDOWS(List.of(PackageType.MSI_USER, PackageType.MSI_MACHINE));

    private final List<PackageType> packages;

    OperatingSystem(List<PackageType> packages) {
        this.packages = packages;
    }

    static OperatingSystem current() {
        return of(System.getProperty("os.name"));
    }

    static OperatingSystem of(String osName) {
        var name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        if (name.startsWith("linux")) {
            return LINUX;
        }
        throw new Complaint("No installer is made for " + osName);
    }

    /** The processor as file names say it: {@code x64}, {@code aarch64}. */
    static String processor(String osArch) {
        return osArch.equals("amd64") || osArch.equals("x86_64") ? "x64" : osArch;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<PackageType> packages() {
        return packages;
    }

    /** The name of the folder with the program in it and of its launcher. */
    String imageName(Product product) {
        return this == LINUX ? product.command() : product.name();
    }

    /** Where jpackage writes that folder. */
    String imageFolder(String imageName) {
        return this == MACOS ? imageName + ".app" : imageName;
    }

    /** The runtime's folder of native libraries. */
    String libraries() {
        return this == WINDOWS ? "bin" : "lib";
    }

    /** The runtime, seen from the folder of the launcher's configuration. */
    String runtimeFromConfiguration() {
        return this == MACOS ? "../runtime/Contents/Home" : "../runtime";
    }

    String executable(String name) {
        return this == WINDOWS ? name + ".exe" : name;
    }

    String icon(Product product) {
        return product.fact("icon") + switch (this) {
            case LINUX -> "-512.png";
            case MACOS -> ".icns";
            case WINDOWS -> ".ico";
        };
    }
}
