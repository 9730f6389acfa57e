package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The journal folders that this process has open, each once. File locks belong to the process and not to an object, so
 * their holders must be known once a process too.
 */
final class OpenFolders {

    static final OpenFolders OF_THIS_PROCESS = new OpenFolders();

    private record Shared(OpenFolder folder, int users) {}

    private final Map<Path, Shared> open = new HashMap<>();

    private OpenFolders() {}

    /** A folder, opened if it is not yet; each call needs a {@link #release}. */
    synchronized OpenFolder acquire(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        var key = folder.toRealPath();
        var shared = open.get(key);
        var next = shared == null
                ? new Shared(new OpenFolder(key), 1)
                : new Shared(shared.folder(), shared.users() + 1);
        open.put(key, next);
        return next.folder();
    }

    /** Lets go, and closes a folder that nobody uses any more. */
    synchronized void release(OpenFolder folder) {
        open.entrySet().removeIf(each -> {
            if (each.getValue().folder() != folder) {
                return false;
            }
            var left = each.getValue().users() - 1;
            if (left == 0) {
                folder.close();
                return true;
            }
            each.setValue(new Shared(folder, left));
            return false;
        });
    }
}
