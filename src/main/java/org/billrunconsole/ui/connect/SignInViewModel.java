package org.billrunconsole.ui.connect;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.SignIn;
import org.billrunconsole.session.SignInState;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.SignedIn;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person signing in while calls wait for it. */
public final class SignInViewModel {

    /** Where it stands. */
    public enum State {
        /** The person is typing. */
        ASKING,
        /** The server is being asked. */
        SENDING,
        /** It is over, one way or the other. */
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SignInViewModel.class);

    private final ConnectionProfile profile;
    private final SignIn signIn;
    private final TaskRunner tasks;
    private final Reason reason;
    private final Cancellable listening;

    private final Consumer<String> newUser;
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty secret = new SimpleStringProperty("");
    private final BooleanProperty remember = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper rememberable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper tokenOver = new ReadOnlyBooleanWrapper(false);

    /**
     * @param reason why the person is asked
     * @param newUser told off the window's thread who has signed in to a connection that leaves that open
     * @param window where changes are shown
     */
    public SignInViewModel(ConnectionProfile profile, SignIn signIn, Reason reason, Consumer<String> newUser,
            TaskRunner tasks, Executor window) {
        this.profile = profile;
        this.signIn = signIn;
        this.reason = reason;
        this.newUser = newUser;
        user.set(profile.user());
        this.tasks = tasks;
        // Another way may lead to a token meanwhile, and the dialog must not be left over.
        this.listening = signIn.addListener(now -> window.execute(() -> onChange(now)));
        tasks.run("look for a key store", signIn::canRemember, this::offerToRemember, _ -> {});
    }

    // ---- Properties

    public ConnectionProfile profile() {
        return profile;
    }

    public Reason reason() {
        return reason;
    }

    public boolean takesPassword() {
        return signIn.takesPassword();
    }

    /** Whether the person is asked who they are too, since the connection is set up for everybody. */
    public boolean takesUser() {
        return takesPassword() && profile.user().isEmpty();
    }

    /** Who signs in. */
    public StringProperty userProperty() {
        return user;
    }

    /** Whether there is enough to sign in with. */
    public boolean isFilledIn() {
        return !secret.get().isBlank() && (!takesUser() || !user.get().isBlank());
    }

    /** The password or token. */
    public StringProperty secretProperty() {
        return secret;
    }

    public BooleanProperty rememberProperty() {
        return remember;
    }

    /** Whether there is a place to remember a password in. */
    public ReadOnlyBooleanProperty rememberableProperty() {
        return rememberable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last attempt failed. */
    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the pasted token is over already. */
    public ReadOnlyBooleanProperty tokenOverProperty() {
        return tokenOver.getReadOnlyProperty();
    }

    // ---- Commands

    /** Signs in, once. */
    public void submit() {
        if (state.get() != State.ASKING || !isFilledIn()) {
            return;
        }
        failure.set(Optional.empty());
        tokenOver.set(false);
        if (!takesPassword()) {
            tokenOver.set(!signIn.useToken(secret.get()));
            secret.set("");
            if (!tokenOver.get()) {
                close();
            }
            return;
        }
        state.set(State.SENDING);
        var password = secret.get().toCharArray();
        var kept = remember.get();
        var who = user.get().strip();
        tasks.run("sign in", () -> {
            try {
                signIn.signIn(who, password, kept);
                if (takesUser()) {
                    newUser.accept(who);
                }
                return true;
            } finally {
                Arrays.fill(password, '\0');
            }
        }, _ -> close(), this::failed);
    }

    /** The person does not want to; what waits fails. */
    public void giveUp() {
        if (state.get() == State.ASKING) {
            close();
            signIn.giveUp();
        }
    }

    // ---- Inside

    private void onChange(SignInState now) {
        if (reason != Reason.WANTED && !(now instanceof NeedsSignIn)
                && (state.get() == State.ASKING || now instanceof SignedIn)) {
            close();
        }
    }

    private void offerToRemember(boolean possible) {
        rememberable.set(possible);
        remember.set(possible);
    }

    private void failed(Exception e) {
        if (e instanceof FailureException known) {
            failure.set(Optional.of(known.failure()));
            if (known.failure() instanceof Failure.Unauthorised) {
                secret.set("");
            }
        } else {
            LOG.error("Signing in failed unexpectedly: {}", e.getClass().getName());
            failure.set(Optional.of(Failure.Unexpected.of(ApiCall.notMade("POST", "/authenticate"), e)));
        }
        state.set(State.ASKING);
    }

    private void close() {
        secret.set("");
        listening.cancel();
        state.set(State.CLOSED);
    }
}
