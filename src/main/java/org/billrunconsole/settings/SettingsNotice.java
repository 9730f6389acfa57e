package org.billrunconsole.settings;

import java.nio.file.Path;

/** A problem with the settings that the operator should know of and that keeps nobody from working. */
public sealed interface SettingsNotice {

    /** The file it is about. */
    Path file();

    /** A damaged file was renamed, and the console began a new one. */
    record SetAside(Path file, Path aside, String why) implements SettingsNotice {}

    /** A file could not be read; it was left as it is. */
    record Unreadable(Path file, String why) implements SettingsNotice {}

    /** One connection could not be understood; it is left in the file but not shown. */
    record BrokenConnection(Path file, String name) implements SettingsNotice {}
}
