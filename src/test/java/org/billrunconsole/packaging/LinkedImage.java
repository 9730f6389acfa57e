package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Links a runtime as a process of its own: a Java whose modules are patched, as a test's are, refuses to. */
final class LinkedImage {

    private LinkedImage() {}

    /** @param args the module path, the folder of the runtime, the module to link in */
    public static void main(String[] args) throws IOException {
        Image.link(OperatingSystem.LINUX, List.of(args[2]), Path.of(args[0]), Path.of(args[1]));
    }
}
