package org.billrunconsole.ui.kit.export;

import java.io.IOException;
import java.util.Optional;
import javafx.stage.Window;
import org.billrunconsole.desktop.FileManager;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.FileDialogs;

/** The operating system's own windows in which people choose where files are saved and look at them afterwards. */
public interface FilePlaces {

    /**
     * Lets the operator choose where something is saved; empty if they think better of it. On the window's thread.
     *
     * @param name   what the file is called unless they choose otherwise
     * @param kind   what such files are, in words
     * @param ending what their names end in, with the dot
     */
    Optional<ChosenFile> choose(Window over, String title, String name, String kind, String ending);

    /**
     * Opens the folder of a file; blocks while the system is asked.
     *
     * @throws IOException if the system cannot
     */
    void show(ChosenFile file) throws IOException;

    /** Those of this computer. */
    static FilePlaces ofSystem() {
        return new FilePlaces() {
            @Override
            public Optional<ChosenFile> choose(Window over, String title, String name, String kind, String ending) {
                return FileDialogs.save(over, title, name, kind, ending);
            }

            @Override
            public void show(ChosenFile file) throws IOException {
                FileManager.show(file.path());
            }
        };
    }
}
