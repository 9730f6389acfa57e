package org.billrunconsole.packaging;

import java.util.ArrayList;
import java.util.List;

/**
 * How the virtual machine of a packed program is started. Training and the installed program take the same options:
 * a cache made under others is refused.
 *
 * @param mainModule   module and main class with a slash between them
 * @param nativeAccess the modules that load native code
 */
record Launch(String mainModule, String nativeAccess) {

    /** The cache's name; it lies beside the launcher's configuration, where every system finds it as $APPDIR. */
    static final String CACHE = "app.aot";

    static Launch of(Product product) {
        return new Launch(product.mainModule(), product.fact("nativeAccess"));
    }

    List<String> options() {
        return List.of(
                "--enable-native-access=" + nativeAccess,
                // One window and two cores' worth of work: the smallest collector starts soonest.
                "-XX:+UseSerialGC",
                // Loading classes is no reason to collect garbage, least of all while the window opens.
                "-XX:MetaspaceSize=128m",
                // The default is a quarter of the machine's memory, and above 32 GB the virtual machine addresses its heap in
                // another way than the one the start cache was made with, which is refused then.
                "-Xmx2g",
                // Garbage in small pieces, so that the window never stands still for it; the default grows with the
                // machine's memory.
                "-Xmn24m",
                // The second compiler would take the machine from the window that opens, for the sake of work that this
                // program never has: it waits for people and servers.
                "-XX:TieredStopAtLevel=1",
                // FXML calls hundreds of methods once each, too seldom for code of their own.
                "-Djdk.reflect.useNativeAccessorOnly=true",
                // No file in the temporary folder that nobody reads.
                "-XX:-UsePerfData",
                // JNA unpacks nothing: its library lies in the runtime.
                "-Djna.nounpack=true");
    }

    /** Where JNA finds its library. */
    static String nativeLibraries(String folder) {
        return "-Djna.boot.library.path=" + folder;
    }

    /**
     * What starts the program on Linux in place of jpackage's own launcher, which asks the package manager twice whose
     * it is before every start: a quarter of a second, and more where many packages are installed.
     */
    String script() {
        return """
                #!/bin/sh
                # Starts the program, from wherever its folder lies.
                self=$(readlink -f "$0")
                root=${self%%/bin/*}
                exec "$root/lib/runtime/bin/java" %s "%s" "-XX:AOTCache=$root/lib/app/%s" -m %s "$@"
                """
                .formatted(String.join(" ", options()), nativeLibraries("$root/lib/runtime/lib"), CACHE, mainModule);
    }

    /** For jpackage's launcher. */
    List<String> installedOptions(OperatingSystem system) {
        var options = new ArrayList<>(options());
        options.add(nativeLibraries("$APPDIR/" + system.runtimeFromConfiguration() + "/" + system.libraries()));
        options.add("-XX:AOTCache=$APPDIR/" + CACHE);
        return options;
    }
}
