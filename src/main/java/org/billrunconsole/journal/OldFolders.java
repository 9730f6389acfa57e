package org.billrunconsole.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over journal folders of earlier versions, which named them by the address as it was written, so that one server
 * could have several. The first one becomes the server's folder; open intents of the others are taken over, and they
 * are kept under another name.
 */
public final class OldFolders {

    private static final Logger LOG = LoggerFactory.getLogger(OldFolders.class);
    private static final String TAKEN_OVER = ".taken-over";

    private OldFolders() {}

    /**
     * The folder of a server's journal, with what earlier versions kept in others; blocks on the disk.
     *
     * @param root   where all journals lie
     * @param except names of folders that belong to no server
     * @throws JournalException if a folder that holds open changes cannot be read, so that nobody would know of them
     */
    public static Path takenOver(Path root, ServerIdentity server, List<String> except, InstantSource clock) {
        var folder = root.resolve(server.folderName());
        try {
            for (var old : others(root, server, except)) {
                if (!Files.exists(folder)) {
                    Files.move(old, folder);
                } else if (!Files.isSameFile(old, folder)) {
                    takeOver(old, folder, clock);
                    Files.move(old, root.resolve(old.getFileName() + TAKEN_OVER));
                }
                LOG.info("The journal in {} goes on in {}", old.getFileName(), folder.getFileName());
            }
        } catch (IOException e) {
            throw new JournalException("An earlier journal of this server cannot be taken over: " + e.getMessage(), e);
        }
        return folder;
    }

    private static List<Path> others(Path root, ServerIdentity server, List<String> except) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var all = Files.list(root)) {
            for (var folder : all.sorted().toList()) {
                var name = folder.getFileName().toString();
                if (Files.isDirectory(folder) && !name.endsWith(TAKEN_OVER) && !except.contains(name)
                        && !name.equals(server.folderName())
                        && host(folder).map(ServerIdentity::of).filter(server::equals).isPresent()) {
                    found.add(folder);
                }
            }
        }
        return found;
    }

    /** The server that the first readable line was written for. */
    private static Optional<String> host(Path folder) throws IOException {
        var hosts = new ArrayList<String>();
        for (var file : new JournalFiles(folder).all()) {
            JournalFiles.read(file, 0, (line, _) -> {
                line.json().map(json -> json.path("host")).filter(JsonNode::isTextual).ifPresent(
                        host -> hosts.add(host.asText()));
                return hosts.isEmpty();
            });
            if (!hosts.isEmpty()) {
                break;
            }
        }
        return hosts.stream().findFirst();
    }

    private static void takeOver(Path old, Path folder, InstantSource clock) throws IOException {
        var left = OpenFolders.OF_THIS_PROCESS.acquire(old);
        try {
            var into = OpenFolders.OF_THIS_PROCESS.acquire(folder);
            try {
                var open = left.read("read what is open", JournalIndex::open);
                var unreadable = left.read("read what is open", JournalIndex::unreadable);
                into.write("take over what is open", clock, known -> {
                    unreadable.forEach(each -> known.distrust(each.intent().id()));
                    var entries = new ArrayList<JournalEntry>();
                    open.stream().filter(each -> !known.isOpen(each.intent().id())).forEach(each -> {
                        entries.add(each.intent());
                        each.outcome().ifPresent(entries::add);
                    });
                    return entries;
                });
            } finally {
                OpenFolders.OF_THIS_PROCESS.release(into);
            }
        } finally {
            OpenFolders.OF_THIS_PROCESS.release(left);
        }
    }
}
