package org.billrunconsole.ui.kit;

import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The operating system's dialogs for files; on the window's thread. */
public final class FileDialogs {

    private FileDialogs() {}

    /**
     * Lets the operator choose where something is saved; empty if they think better of it.
     *
     * @param name what the file is called unless they choose otherwise
     */
    public static Optional<ChosenFile> save(Window over, String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(over));
    }

    /**
     * The same for files of one kind.
     *
     * @param kind   what such files are, in words
     * @param ending what their names end in, with the dot; some systems add it where it is missing
     */
    public static Optional<ChosenFile> save(Window over, String title, String name, String kind, String ending) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, "*" + ending));
        return chosen(chooser.showSaveDialog(over));
    }

    /** Lets the operator choose a file that is there; empty if they think better of it. */
    public static Optional<ChosenFile> open(Window over, String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        return chosen(chooser.showOpenDialog(over));
    }

    private static Optional<ChosenFile> chosen(File file) {
        return Optional.ofNullable(file).map(File::toPath).map(ChosenFile::new);
    }
}
