package org.billrunconsole.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a machine needs to have before anything is built: found missing all at once, not one by one. */
final class Requirements {

    /**
     * A tool, or several of which one will do.
     *
     * @param names  what it may be called
     * @param source where it comes from
     */
    private record Tool(List<String> names, String source) {}

    private Requirements() {}

    private static List<Tool> tools(OperatingSystem system) {
        return switch (system) {
            case LINUX -> List.of(
                    new Tool(List.of("dpkg-deb"), "package dpkg"),
                    new Tool(List.of("fakeroot"), "package fakeroot"),
                    new Tool(List.of("objcopy"), "package binutils"),
                    new Tool(List.of("strip"), "package binutils"),
                    new Tool(List.of("tar"), "package tar"),
                    new Tool(List.of("Xvfb"), "package xvfb"),
                    new Tool(List.of("libgtk-3.so.0"), "package libgtk-3-0"));
            case MACOS -> List.of(
                    new Tool(List.of("xcrun"), "Xcode's command line tools"),
                    new Tool(List.of("codesign"), "Xcode's command line tools"),
                    new Tool(List.of("pkgbuild"), "Xcode's command line tools"),
                    new Tool(List.of("hdiutil"), "macOS"));
            case WINDOWS -> List.of(new Tool(List.of("wix", "candle"), "the WiX Toolset, 3.14 or 5"));
        };
    }

    /** Stops with one line that names everything missing. */
    static void check(OperatingSystem system, int wanted, int running, Predicate<String> isPresent) {
        var missing = new ArrayList<String>();
        if (running != wanted) {
            missing.add("JDK " + wanted + " (this is " + running + ")");
        }
        for (var tool : tools(system)) {
            if (tool.names().stream().noneMatch(isPresent)) {
                missing.add(String.join(" or ", tool.names()) + " (" + tool.source() + ")");
            }
        }
        if (!missing.isEmpty()) {
            throw new Complaint("The " + system.label() + " installer cannot be built here. Missing: "
                    + String.join(", ", missing));
        }
    }
}
