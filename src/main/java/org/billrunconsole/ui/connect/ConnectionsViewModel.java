package org.billrunconsole.ui.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.billrunconsole.session.ConnectionTest;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.ui.connect.ConnectionForm.Problem;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections there are, and the one being looked at or changed. */
public final class ConnectionsViewModel {

    /** Where the dialog stands. */
    public enum State {
        /** The built-in sandbox is chosen, which cannot be changed. */
        FIXED,
        /** A connection of the computer's policy is chosen, of which a person changes their own user at most. */
        LOCKED,
        /** A connection is being filled in. */
        EDITING,
        /** The connection is being tried. */
        TESTING,
        /** What was filled in is being written. */
        SAVING,
        /** The dialog is over. */
        CLOSED
    }

    /** Why the last command was not carried out. */
    public enum Trouble {
        NOT_SAVED, PASSWORD_NOT_KEPT
    }

    /**
     * A connection that was written.
     *
     * @param kept     whether its secrets are kept as was wished
     * @param profiles all there are now
     */
    private record Saved(boolean kept, List<ConnectionProfile> profiles) {}

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionsViewModel.class);

    private final Optional<ConnectionProfile> sandbox;
    private final KnownConnections settings;
    private final SecretStore secrets;
    private final ConnectionTest test;
    private final TaskRunner tasks;
    private final BiConsumer<ConnectionProfile, char[]> handOver;
    private final Consumer<ConnectionProfile> open;

    private final ConnectionForm form = new ConnectionForm();
    private final ObservableList<ConnectionProfile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<UUID>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.FIXED);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TestResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper keepable = new ReadOnlyBooleanWrapper();
    private Cancellable running = () -> {};

    /**
     * @param sandbox  the built-in one, under {@link ConnectionProfile#SANDBOX_ID}, unless it is off
     * @param known    the connections that were set up
     * @param settings where they are kept, and who may change them
     * @param current the connection that is open now
     * @param handOver takes a password typed here to the connection that is opened next
     * @param open    told which connection to switch to
     */
    public ConnectionsViewModel(Optional<ConnectionProfile> sandbox, List<ConnectionProfile> known,
            KnownConnections settings,
            SecretStore secrets,
            ConnectionTest test, UUID current, TaskRunner tasks,
            BiConsumer<ConnectionProfile, char[]> handOver, Consumer<ConnectionProfile> open) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.secrets = secrets;
        this.test = test;
        this.tasks = tasks;
        this.handOver = handOver;
        this.open = open;
        form.inputs().forEach(input -> input.addListener((_, _, _) -> edited()));
        show(known);
        find(current).ifPresentOrElse(this::choose, this::chooseFirst);
        // The first question opens the key store, which may wait for another process.
        tasks.run("ask for a key store", secrets::isAvailable, keepable::set,
                e -> LOG.warn("Whether there is a key store could not be found out", e));
    }

    // ---- Properties

    /** The sandbox first, unless it is off, then the others in the order they were added. */
    public ObservableList<ConnectionProfile> profiles() {
        return FXCollections.unmodifiableObservableList(profiles);
    }

    /** The connection in the form; empty while a new one is being filled in. */
    public ReadOnlyObjectProperty<Optional<UUID>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is missing or wrong in the form. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What came of the last test of what is in the form now. */
    public ReadOnlyObjectProperty<Optional<TestResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether passwords can be kept beyond this session; false until that is known. */
    public ReadOnlyBooleanProperty keepableProperty() {
        return keepable.getReadOnlyProperty();
    }

    ConnectionForm form() {
        return form;
    }

    /** Whether a person may set up connections of their own. */
    boolean mayAdd() {
        return settings.mayAdd();
    }

    boolean isProxySet() {
        return settings.proxy().isPresent();
    }

    boolean areCertificatesSet() {
        return settings.caFile().isPresent();
    }

    /** Whether the chosen connection is one of the computer's policy that nobody can change. */
    boolean isLocked() {
        return chosen.get().filter(settings::isLocked).isPresent();
    }

    /** Whether the chosen connection is locked, but for the user. */
    boolean takesOwnUser() {
        return chosen.get().filter(settings::takesOwnUser).isPresent();
    }

    // ---- Commands

    /** Shows a connection in the form. */
    public void choose(ConnectionProfile profile) {
        running.cancel();
        form.show(profile);
        chosen.set(Optional.of(profile.id()));
        settle();
    }

    /** Empties the form for a new connection. */
    public void add() {
        if (!mayAdd()) {
            return;
        }
        running.cancel();
        form.clear(settings);
        chosen.set(Optional.empty());
        settle();
    }

    /** Tries what is in the form, without saving it. */
    public void test() {
        if (state.get() != State.FIXED && !isEditing() || problem.get().isPresent()) {
            return;
        }
        form.profile().map(settings::within).ifPresent(profile -> {
            state.set(State.TESTING);
            result.set(Optional.empty());
            var secret = typed(form.secret.get());
            var proxyPassword = typed(form.proxyPassword.get());
            running = tasks.run("test connection", () -> {
                try {
                    return test.run(profile, secret, proxyPassword);
                } finally {
                    wipe(secret);
                    wipe(proxyPassword);
                }
            }, this::tested, this::testBroke);
        });
    }

    /** Saves what is in the form. */
    public void save() {
        if (isSavable()) {
            form.profile().map(settings::within).ifPresent(profile -> save(profile, () -> choose(profile)));
        }
    }

    /** Saves what is in the form, if anything may be saved, and switches to it. */
    public void saveAndOpen() {
        if (state.get() == State.FIXED) {
            close();
            sandbox.ifPresent(open);
        } else if (isSavable()) {
            form.profile().map(settings::within).ifPresent(profile -> {
                var typed = profile.signIn() == SignInMode.PASSWORD ? typed(form.secret.get())
                        : Optional.<char[]>empty();
                save(profile, () -> {
                    close();
                    // Nobody is to type again what was right a moment ago.
                    typed.ifPresent(password -> handOver.accept(profile, password));
                    wipe(typed);
                    open.accept(profile);
                });
            });
        }
    }

    /** Removes the chosen connection with its passwords and layout. */
    public void remove() {
        var removed = chosen.get().flatMap(this::find);
        if (state.get() != State.EDITING || removed.isEmpty()) {
            return;
        }
        state.set(State.SAVING);
        tasks.run("remove connection", () -> {
            settings.remove(removed.get().id());
            keys(removed.get()).forEach(secrets::forget);
            return settings.all();
        }, left -> {
            show(left);
            chooseFirst();
        }, this::notSaved);
    }

    /** Leaves the dialog; what is in the form and not saved is lost. */
    public void close() {
        running.cancel();
        form.clearSecrets();
        state.set(State.CLOSED);
    }

    // ---- Inside

    private boolean isSavable() {
        return isEditing() && problem.get().isEmpty();
    }

    private boolean isEditing() {
        return state.get() == State.EDITING || state.get() == State.LOCKED;
    }

    private void save(ConnectionProfile profile, Runnable then) {
        state.set(State.SAVING);
        var secret = profile.signIn() == SignInMode.PASSWORD ? typed(form.secret.get()) : Optional.<char[]>empty();
        var proxyPassword = typed(form.proxyPassword.get());
        var remember = form.remember.get();
        tasks.run("save connection", () -> {
            forgetWhatIsForOthers(profile);
            settings.save(profile);
            // Where nothing can be kept it was not offered, so nothing that was wished for is missing.
            var kept = keep(Key.signIn(profile), secret, remember && secrets.isAvailable());
            var proxyKept = Key.proxy(profile).map(key -> keep(key, proxyPassword, true)).orElse(true);
            wipe(proxyPassword);
            return new Saved(proxyKept && kept, settings.all());
        }, saved -> {
            show(saved.profiles());
            then.run();
            if (!saved.kept()) {
                trouble.set(Optional.of(Trouble.PASSWORD_NOT_KEPT));
            }
        }, this::notSaved);
    }

    /** A password is never sent to another than it was kept for; it need not be kept either once that one is gone. */
    private void forgetWhatIsForOthers(ConnectionProfile profile) {
        settings.all().stream().filter(before -> before.id().equals(profile.id())).forEach(before -> {
            // What an earlier version kept is taken over by looking for it, while it is known for whom it was.
            wipe(secrets.find(Key.signIn(before)));
            keys(before).filter(key -> keys(profile).noneMatch(key::equals)).forEach(secrets::forget);
        });
    }

    private static Stream<Key> keys(ConnectionProfile profile) {
        return Stream.concat(Stream.of(Key.signIn(profile)), Key.proxy(profile).stream());
    }

    private boolean keep(Key key, Optional<char[]> secret, boolean wanted) {
        try {
            if (!wanted) {
                secrets.forget(key);
            }
            return !wanted || secret.isEmpty() || secrets.keep(key, secret.get());
        } finally {
            wipe(secret);
        }
    }

    private void tested(TestResult now) {
        settle();
        result.set(Optional.of(now));
    }

    private void testBroke(Exception e) {
        LOG.error("Testing a connection failed unexpectedly", e);
        settle();
    }

    private void notSaved(Exception e) {
        if (!(e instanceof IOException)) {
            LOG.error("Saving a connection failed unexpectedly", e);
        }
        settle();
        trouble.set(Optional.of(Trouble.NOT_SAVED));
    }

    private void edited() {
        if (state.get() == State.TESTING) {
            running.cancel();
        }
        if (state.get() != State.CLOSED && state.get() != State.SAVING) {
            settle();
        }
    }

    /** The one place that says what may be done now. */
    private void settle() {
        var id = chosen.get();
        var now = id.filter(ConnectionProfile.SANDBOX_ID::equals).isPresent() ? State.FIXED
                : id.filter(settings::isLocked).isPresent() ? State.LOCKED : State.EDITING;
        state.set(now);
        problem.set(switch (now) {
            case FIXED -> Optional.empty();
            case LOCKED -> form.missingUser();
            default -> form.problem(List.copyOf(profiles)).or(() -> form.reserved(settings));
        });
        result.set(Optional.empty());
        trouble.set(Optional.empty());
    }

    private void show(List<ConnectionProfile> known) {
        var all = new ArrayList<ConnectionProfile>();
        sandbox.ifPresent(all::add);
        all.addAll(known);
        profiles.setAll(all);
    }

    private void chooseFirst() {
        profiles.stream().findFirst().ifPresentOrElse(this::choose, this::add);
    }

    private Optional<ConnectionProfile> find(UUID id) {
        return profiles.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Optional<char[]> typed(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toCharArray());
    }

    private static void wipe(Optional<char[]> secret) {
        secret.ifPresent(each -> Arrays.fill(each, '\0'));
    }
}
