package org.billrunconsole.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The settings on disk: {@code settings.json} and {@code layout.json}. Reading never fails; what cannot be read becomes
 * what is usual, with a notice. Keys that this version does not know are kept. Safe from several threads and processes.
 */
public final class SettingsStore {

    private static final String CONNECTIONS = "connections";
    private static final String REMOVED = "removedConnections";
    private static final String USERS = "users";
    private static final String UPDATE_CHECK = "lastUpdateCheck";

    /** Of a connection: nothing that an earlier version kept for it in the key store counts any more. */
    private static final String SECRETS_NAME_SERVER = "secretsNameServer";

    private final Folders folders;
    private final JsonFile settings;
    private final JsonFile layouts;
    private final List<SettingsNotice> notices = new CopyOnWriteArrayList<>();

    public SettingsStore(Folders folders, InstantSource clock) {
        this.folders = folders;
        settings = new JsonFile(folders.config().resolve("settings.json"), clock, this::notice);
        layouts = new JsonFile(folders.config().resolve("layout.json"), clock, this::notice);
    }

    public Folders folders() {
        return folders;
    }

    /** What the operator should be told about the files, in the order it was found. */
    public List<SettingsNotice> notices() {
        return List.copyOf(notices);
    }

    /** The connections in the order they were added. */
    public List<ConnectionProfile> profiles() {
        List<ConnectionProfile> profiles = new ArrayList<>();
        for (var node : settings.read().path(CONNECTIONS)) {
            try {
                profiles.add(SettingsJson.read(node, ProfileFile.class).profile());
            } catch (IllegalArgumentException _) {
                notice(new SettingsNotice.BrokenConnection(folders.config().resolve("settings.json"),
                        SettingsJson.text(node, "name").orElse("?")));
            }
        }
        return List.copyOf(profiles);
    }

    /** Adds a connection or replaces the one with its id. */
    public void save(ConnectionProfile profile) throws IOException {
        settings.change(tree -> {
            var all = connections(tree);
            var node = find(all, profile.id()).orElseGet(all::addObject);
            SettingsJson.write(ProfileFile.of(profile), node);
            // In one step with the address: what was kept for an earlier one must not be found under this one.
            node.put(SECRETS_NAME_SERVER, true);
        });
    }

    /** Whether what an earlier version kept for a connection, without saying for which server, was not dealt with yet. */
    public boolean mayHaveEarlierSecrets(UUID connection) {
        return find(connections(settings.read()), connection)
                .filter(node -> !node.path(SECRETS_NAME_SERVER).booleanValue())
                .isPresent();
    }

    /** Keeps that nothing of the kind counts any more. */
    public void concludeEarlierSecrets(UUID connection) throws IOException {
        settings.change(tree -> find(connections(tree), connection).ifPresent(node -> node.put(SECRETS_NAME_SERVER,
                true)));
    }

    /** Removes a connection and its layout. Its secrets are for the caller to forget. */
    public void remove(UUID id) throws IOException {
        settings.change(tree -> {
            var all = connections(tree);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (has(all.get(i), id)) {
                    all.remove(i);
                }
            }
        });
        layouts.change(tree -> tree.remove(id.toString()));
    }

    public Preferences preferences() {
        return SettingsJson.read(settings.read().path("preferences"), PreferencesFile.class).preferences();
    }

    public void save(Preferences preferences) throws IOException {
        settings.change(
                tree -> SettingsJson.write(PreferencesFile.of(preferences), SettingsJson.object(tree, "preferences")));
    }

    /** The connection that was open last. */
    public Optional<UUID> lastConnection() {
        try {
            return SettingsJson.text(settings.read(), "lastConnection").map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public void saveLastConnection(UUID id) throws IOException {
        settings.change(tree -> tree.put("lastConnection", id.toString()));
    }

    /** As whom a person signs in to a connection that leaves that open. */
    public Optional<String> user(UUID connection) {
        return SettingsJson.text(settings.read().path(USERS), connection.toString());
    }

    public void saveUser(UUID connection, String user) throws IOException {
        settings.change(tree -> {
            var users = SettingsJson.object(tree, USERS);
            if (user.isEmpty()) {
                users.remove(connection.toString());
            } else {
                users.put(connection.toString(), user);
            }
        });
    }

    /** Connections that everybody on the computer has, and that were removed here. */
    public Set<UUID> removedConnections() {
        var removed = new HashSet<UUID>();
        for (var id : settings.read().path(REMOVED)) {
            try {
                removed.add(UUID.fromString(id.asText()));
            } catch (IllegalArgumentException _) {
                // One that means nothing removes nothing.
            }
        }
        return Set.copyOf(removed);
    }

    public void saveRemovedConnection(UUID id) throws IOException {
        settings.change(tree -> {
            var all = tree.get(REMOVED) instanceof ArrayNode present ? present : tree.putArray(REMOVED);
            all.add(id.toString());
        });
    }

    /**
     * Whether it is time to ask for newer versions again; if so it is noted as done, for other consoles too.
     *
     * @param every how long not to ask after that
     */
    public boolean claimUpdateCheck(Instant now, Duration every) throws IOException {
        var claimed = new AtomicBoolean();
        settings.change(tree -> {
            var last = SettingsJson.text(tree, UPDATE_CHECK).flatMap(SettingsStore::instant);
            // A time that is still to come was noted by a clock that was wrong.
            claimed.set(last.filter(then -> !then.isAfter(now) && now.isBefore(then.plus(every))).isEmpty());
            if (claimed.get()) {
                tree.put(UPDATE_CHECK, now.toString());
            }
        });
        return claimed.get();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** How the window was left on a connection. */
    public LayoutMemory layout(UUID connection) {
        return SettingsJson.read(layouts.read().path(connection.toString()), LayoutFile.class).layout();
    }

    public void save(UUID connection, LayoutMemory layout) throws IOException {
        layouts.change(tree -> LayoutFile.write(layout, SettingsJson.object(tree, connection.toString())));
    }

    /**
     * The views that were saved of a list on a connection.
     *
     * @param list node id of its table
     */
    public SavedViews views(UUID connection, String list) {
        return new SavedViews(layouts, connection, list);
    }

    private void notice(SettingsNotice notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    private static ArrayNode connections(ObjectNode tree) {
        return tree.get(CONNECTIONS) instanceof ArrayNode present ? present : tree.putArray(CONNECTIONS);
    }

    private static Optional<ObjectNode> find(ArrayNode all, UUID id) {
        for (var node : all) {
            if (node instanceof ObjectNode object && has(object, id)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private static boolean has(JsonNode node, UUID id) {
        return node.path("id").asText().equals(id.toString());
    }
}
