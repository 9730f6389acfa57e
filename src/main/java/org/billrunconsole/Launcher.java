package org.billrunconsole;

/** Where the program starts. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("x " + java.util.List.of(args));
    }
}
