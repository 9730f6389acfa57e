package org.billrunconsole.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a machine needs to have before anything is built: found missing all at once, not one by one. */
final class Requirements {

    /**
     * Tools that are needed together, or in place of others.
     *
     * @param sets   what they may be called; one set will do
     * @param source where they come from
     */
    private record Tool(List<List<String>> sets, String source) {

        static Tool of(String name, String source) {
            return new Tool(List.of(List.of(name)), source);
        }

        String words() {
            return String.join(" or ", sets.stream().map(set -> String.join(" and ", set)).toList()) + " (" + source
                    + ")";
        }
    }

    private Requirements() {}

    private static List<Tool> tools(OperatingSystem system) {
        return switch (system) {
            case LINUX -> List.of(
                    Tool.of("dpkg-deb", "package dpkg"),
                    Tool.of("fakeroot", "package fakeroot"),
                    Tool.of("objcopy", "package binutils"),
                    Tool.of("strip", "package binutils"),
                    Tool.of("tar", "package tar"),
                    Tool.of("Xvfb", "package xvfb"),
                    Tool.of("libgtk-3.so.0", "package libgtk-3-0"));
            case MACOS -> List.of(
                    Tool.of("xcrun", "Xcode's command line tools"),
                    Tool.of("codesign", "Xcode's command line tools"),
                    Tool.of("pkgbuild", "Xcode's command line tools"),
                    Tool.of("hdiutil", "macOS"));
            case WINDOWS -> List.of(new Tool(List.of(List.of("wix"), List.of("candle", "light")),
                    "the WiX Toolset: 3.14, or 4 and later with its extensions Util and UI"));
        };
    }

    /**
     * Stops with one line that names everything missing.
     *
     * @param wanted        the feature version of the JDK whose runtime is to be shipped
     * @param running       that of the JDK that runs
     * @param signing       who signs
     * @param isPresent     whether a program can be called
     * @param wixExtensions what {@link Wix#missing} says
     */
    static void check(OperatingSystem system, int wanted, int running, Signing signing, Predicate<String> isPresent,
            Supplier<String> wixExtensions) {
        var missing = new ArrayList<String>();
        if (running != wanted) {
            missing.add("JDK " + wanted + " (this is " + running + ")");
        }
        for (var tool : tools(system)) {
            if (tool.sets().stream().noneMatch(set -> set.stream().allMatch(isPresent))) {
                missing.add(tool.words());
            }
        }
        // jpackage takes the first of the two that it finds, the later one first.
        if (system == OperatingSystem.WINDOWS && isPresent.test("wix") && !isPresent.test("candle")) {
            var command = wixExtensions.get();
            if (!command.isEmpty()) {
                missing.add("the extensions of WiX (run: " + command + ")");
            }
        }
        signing.programs(system).stream().filter(isPresent.negate())
                .forEach(name -> missing.add(name + " (to sign with)"));
        if (!missing.isEmpty()) {
            throw new Complaint("The " + system.label() + " installer cannot be built here. Missing: "
                    + String.join(", ", missing));
        }
    }
}
