package org.billrunconsole.packaging;

import com.sun.jna.Native;

/** Loads JNA's library in the installed runtime and says which file that was. Started by {@code linux/check.sh}. */
final class NativeProbe {

    private NativeProbe() {}

    /**
     * Prints the path of the library.
     *
     * @param args none
     */
    public static void main(String[] args) {
        if (Native.POINTER_SIZE > 0) {
            System.out.println(System.getProperty("jnidispatch.path"));
        }
    }
}
