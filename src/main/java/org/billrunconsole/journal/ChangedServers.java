package org.billrunconsole.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out from all journals which servers were changed through a connection. */
public final class ChangedServers {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedServers.class);

    private ChangedServers() {}

    /**
     * Whether changes were made through a connection, and all of them were meant for one server. Before a change is noted
     * the run was read, so somebody was signed in there under the connection's name. Reads every line there is.
     *
     * @param root       where all journals lie
     * @param connection the connection's name as the journals keep it
     * @return false also if one of the journals cannot be read
     */
    public static boolean isOnly(Path root, String connection, ServerIdentity server) {
        try {
            return under(root, connection).equals(Set.of(server));
        } catch (IOException e) {
            LOG.warn("Which servers a connection changed cannot be read: {}", e.toString());
            return false;
        }
    }

    private static Set<ServerIdentity> under(Path root, String connection) throws IOException {
        var servers = new HashSet<ServerIdentity>();
        if (!Files.isDirectory(root)) {
            return servers;
        }
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                for (var file : new JournalFiles(folder).all()) {
                    JournalFiles.read(file, 0, (line, _) -> {
                        server(line, connection).ifPresent(servers::add);
                        return true;
                    });
                }
            }
        }
        return servers;
    }

    private static Optional<ServerIdentity> server(JournalLine line, String connection) {
        return line.head()
                .filter(head -> head.kind().equals(LineFields.INTENT))
                .flatMap(_ -> line.json())
                .filter(json -> json.path("connection").asText().equals(connection))
                .map(json -> json.path("host"))
                .filter(JsonNode::isTextual)
                .map(host -> ServerIdentity.of(host.asText()));
    }
}
