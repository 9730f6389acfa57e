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
                // No file in the temporary folder that nobody reads.
                "-XX:-UsePerfData");
    }

    List<String> installedOptions() {
        var options = new ArrayList<>(options());
        options.add("-XX:AOTCache=$APPDIR/" + CACHE);
        return options;
    }
}
