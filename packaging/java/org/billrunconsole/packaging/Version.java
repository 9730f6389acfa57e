package org.billrunconsole.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A version of the pom, and what each system's installer is told instead. Every system orders versions by rules of its
 * own, and none of them knows that {@code 1.2.0-SNAPSHOT} comes before {@code 1.2.0}.
 *
 * @param pom   as the pom says it, and as the packages' names do
 * @param build the number of this build among those of the same pom version; 0 for the only one
 */
record Version(String pom, int build) {

    private static final int WINDOWS_FIRST_TWO = 255;
    private static final int WINDOWS_THIRD = 65_535;

    static Version of(String pom, String build) {
        if (!pom.matches("\\d+(\\.\\d+){0,2}(-[0-9A-Za-z.]+)?")) {
            throw new Complaint("The version " + pom + " cannot be packed: one to three numbers with dots between them "
                    + "are needed, and after a hyphen what makes it a preview");
        }
        if (!build.matches("\\d{1,9}")) {
            throw new Complaint("The build number " + build + " is not a number of at most nine digits");
        }
        return new Version(pom, Integer.parseInt(build));
    }

    /** Not a release: a snapshot, a candidate. */
    boolean isPreview() {
        return pom.contains("-");
    }

    /** The numbers without what comes after the hyphen. */
    String numbers() {
        return pom.replaceFirst("-.*", "");
    }

    /**
     * What the installer says. Previews of Windows and macOS are products of their own beside the released one, so only
     * their order among each other counts: the build takes the place of the third number. On Linux a preview is the same
     * package and comes before its release.
     */
    String packed(OperatingSystem system) {
        if (!isPreview()) {
            return numbers();
        }
        if (system == OperatingSystem.LINUX) {
            return numbers() + "~" + pom.substring(pom.indexOf('-') + 1).toLowerCase(Locale.ROOT) + "." + build;
        }
        var parts = parts(numbers());
        return parts.getFirst() + "." + (parts.size() > 1 ? parts.get(1) : 0) + "." + build;
    }

    /** Stops with the rule of the system that the version breaks. */
    void check(OperatingSystem system) {
        var parts = parts(numbers());
        var fits = switch (system) {
            case LINUX -> true;
            case MACOS -> parts.getFirst() >= 1;
            case WINDOWS -> parts.size() >= 2 && parts.get(0) <= WINDOWS_FIRST_TWO && parts.get(1) <= WINDOWS_FIRST_TWO
                    && parts(packed(system)).stream().skip(2).allMatch(third -> third <= WINDOWS_THIRD);
        };
        if (!fits) {
            throw new Complaint("The version " + pom + " (build " + build + ") cannot be packed for " + system.label()
                    + ": " + switch (system) {
                        case LINUX -> "";
                        case MACOS -> "macOS wants a first number of at least 1";
                        case WINDOWS -> "Windows Installer wants two or three numbers up to " + WINDOWS_FIRST_TWO + "."
                                + WINDOWS_FIRST_TWO + "." + WINDOWS_THIRD + ", where a preview has its build third";
                    });
        }
    }

    private static List<Long> parts(String numbers) {
        return Arrays.stream(numbers.split("\\.")).map(Long::parseLong).toList();
    }
}
