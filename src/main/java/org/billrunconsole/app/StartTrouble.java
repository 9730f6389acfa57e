package org.billrunconsole.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.WritableFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that cannot be stored in this start; the program opens all the same. */
sealed interface StartTrouble {

    /** Nothing, since the folder's name has letters that the language set for this process has no signs for. */
    record NoName(String name) implements StartTrouble {}

    /** Settings and the window's layout. */
    record NoSettings(Path folder) implements StartTrouble {}

    /** The log. */
    record NoLog(Path folder) implements StartTrouble {}

    /**
     * The folders to work with, and what cannot be kept in them.
     *
     * @param troubles in the order in which they matter
     */
    record Found(Folders folders, List<StartTrouble> troubles) {}

    /** @param chosen as it was typed; empty for the operating system's folders */
    static Found look(Optional<String> chosen) {
        Folders folders;
        try {
            folders = Folders.of(chosen.map(Path::of));
        } catch (InvalidPathException e) {
            return new Found(Folders.nowhere(), List.of(new NoName(e.getInput())));
        }
        var troubles = new ArrayList<StartTrouble>();
        if (isUnusable(folders.config())) {
            troubles.add(new NoSettings(folders.config()));
        }
        if (isUnusable(folders.logs())) {
            troubles.add(new NoLog(folders.logs()));
        }
        return new Found(folders, List.copyOf(troubles));
    }

    private static boolean isUnusable(Path folder) {
        var trouble = WritableFolder.trouble(folder);
        trouble.ifPresent(e -> log().warn("Nothing can be kept in {}: {}", folder, e.toString()));
        return trouble.isPresent();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(StartTrouble.class);
    }
}
