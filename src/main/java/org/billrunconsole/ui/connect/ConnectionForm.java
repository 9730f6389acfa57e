package org.billrunconsole.ui.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.BaseAddress;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.KnownConnections;

/** A connection while it is being filled in. */
final class ConnectionForm {

    /** What keeps it from being tested or saved. */
    enum Problem {
        NAME_MISSING, NAME_TAKEN, ADDRESS_MISSING, ADDRESS_UNREADABLE, ADDRESS_NOT_HTTPS, ADDRESS_MORE_THAN_A_PATH,
        SERVER_RESERVED, USER_MISSING, CA_FILE_UNREADABLE, PROXY_INVALID, TIMEOUT_INVALID
    }

    /** The three ways out of the network, as a person chooses them. */
    enum ProxyMode {
        SYSTEM, NONE, MANUAL
    }

    private static final int LONGEST_NAME = 60;

    final StringProperty name = new SimpleStringProperty("");
    final ObjectProperty<ConnectionKind> kind = new SimpleObjectProperty<>(ConnectionKind.TEST);
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty brand = new SimpleStringProperty("");
    final StringProperty user = new SimpleStringProperty("");
    final ObjectProperty<SignInMode> signIn = new SimpleObjectProperty<>(SignInMode.PASSWORD);
    /** A password or token; never read back from where it is kept. */
    final StringProperty secret = new SimpleStringProperty("");
    final BooleanProperty remember = new SimpleBooleanProperty(true);
    final BooleanProperty readOnly = new SimpleBooleanProperty();
    final StringProperty currency = new SimpleStringProperty("");
    final StringProperty caFile = new SimpleStringProperty("");
    final ObjectProperty<ProxyMode> proxyMode = new SimpleObjectProperty<>(ProxyMode.SYSTEM);
    final StringProperty proxyHost = new SimpleStringProperty("");
    final StringProperty proxyPort = new SimpleStringProperty("");
    final StringProperty proxyUser = new SimpleStringProperty("");
    final StringProperty proxyPassword = new SimpleStringProperty("");
    final BooleanProperty reopenPatch = new SimpleBooleanProperty();
    final BooleanProperty guard = new SimpleBooleanProperty();
    final StringProperty connectSeconds = new SimpleStringProperty("");
    final StringProperty readSeconds = new SimpleStringProperty("");
    final StringProperty callSeconds = new SimpleStringProperty("");

    private UUID id = UUID.randomUUID();

    ConnectionForm() {
        show(Advanced.DEFAULT);
        // A connection to production is safe until someone says otherwise.
        kind.subscribe((_, now) -> readOnly.set(now == ConnectionKind.PRODUCTION));
    }

    /** Everything that, when changed, may change {@link #problem}. */
    List<ObservableValue<?>> inputs() {
        return List.of(name, kind, address, brand, user, signIn, secret, remember, readOnly, currency, caFile,
                proxyMode, proxyHost, proxyPort, proxyUser, proxyPassword, reopenPatch, guard, connectSeconds,
                readSeconds, callSeconds);
    }

    UUID id() {
        return id;
    }

    /** Fills it with a connection. */
    void show(ConnectionProfile profile) {
        id = profile.id();
        name.set(profile.name());
        kind.set(profile.kind());
        address.set(profile.base().toString());
        brand.set(profile.brand());
        user.set(profile.user());
        signIn.set(profile.signIn());
        readOnly.set(profile.readOnly());
        currency.set(profile.currencyLabel());
        caFile.set(profile.caFile().map(Path::toString).orElse(""));
        show(profile.proxy());
        show(profile.advanced());
        clearSecrets();
    }

    /** Empties it for a new connection, to which applies what is set for all. */
    void clear(KnownConnections known) {
        id = UUID.randomUUID();
        for (var text : List.of(name, address, brand, user, currency, caFile)) {
            text.set("");
        }
        caFile.set(known.caFile().map(Path::toString).orElse(""));
        kind.set(ConnectionKind.TEST);
        signIn.set(SignInMode.PASSWORD);
        readOnly.set(false);
        show(known.proxy().orElseGet(ProxyChoice.SystemWide::new));
        show(Advanced.DEFAULT);
        clearSecrets();
    }

    void clearSecrets() {
        secret.set("");
        proxyPassword.set("");
    }

    private void show(ProxyChoice proxy) {
        var manual = proxy instanceof ProxyChoice.Manual chosen ? Optional.of(chosen)
                : Optional.<ProxyChoice.Manual>empty();
        proxyMode.set(switch (proxy) {
            case ProxyChoice.SystemWide _ -> ProxyMode.SYSTEM;
            case ProxyChoice.None _ -> ProxyMode.NONE;
            case ProxyChoice.Manual _ -> ProxyMode.MANUAL;
        });
        proxyHost.set(manual.map(ProxyChoice.Manual::host).orElse(""));
        proxyPort.set(manual.map(each -> Integer.toString(each.port())).orElse(""));
        proxyUser.set(manual.flatMap(ProxyChoice.Manual::user).orElse(""));
    }

    private void show(Advanced advanced) {
        reopenPatch.set(advanced.reopenPatch());
        guard.set(advanced.guard());
        connectSeconds.set(Long.toString(advanced.connectTimeout().toSeconds()));
        readSeconds.set(Long.toString(advanced.readTimeout().toSeconds()));
        callSeconds.set(Long.toString(advanced.callTimeout().toSeconds()));
    }

    /** The first thing that is missing or wrong. */
    Optional<Problem> problem(List<ConnectionProfile> others) {
        if (name.get().isBlank() || name.get().strip().length() > LONGEST_NAME) {
            return Optional.of(Problem.NAME_MISSING);
        }
        if (others.stream().anyMatch(other -> !other.id().equals(id)
                && other.name().equalsIgnoreCase(name.get().strip()))) {
            return Optional.of(Problem.NAME_TAKEN);
        }
        if (address.get().isBlank()) {
            return Optional.of(Problem.ADDRESS_MISSING);
        }
        return BaseAddress.problem(address.get()).map(what -> switch (what) {
            case UNREADABLE -> Problem.ADDRESS_UNREADABLE;
            case NOT_HTTPS -> Problem.ADDRESS_NOT_HTTPS;
            case MORE_THAN_A_PATH -> Problem.ADDRESS_MORE_THAN_A_PATH;
        }).or(this::missingUser).or(() -> path().isEmpty() ? Optional.of(Problem.CA_FILE_UNREADABLE)
                : Optional.empty())
                .or(() -> proxy().isEmpty() ? Optional.of(Problem.PROXY_INVALID)
                        : Optional.empty())
                .or(() -> advanced().isEmpty() ? Optional.of(
                        Problem.TIMEOUT_INVALID) : Optional.empty());
    }

    Optional<Problem> missingUser() {
        return signIn.get() == SignInMode.PASSWORD && user.get().isBlank() ? Optional.of(Problem.USER_MISSING)
                : Optional.empty();
    }

    /** Whether its server is reached by a locked connection only. */
    Optional<Problem> reserved(KnownConnections known) {
        return BaseAddress.parse(address.get()).filter(base -> known.isReserved(id, base))
                .map(_ -> Problem.SERVER_RESERVED);
    }

    /** The connection, if nothing is {@linkplain #problem wrong} with it. */
    Optional<ConnectionProfile> profile() {
        try {
            return BaseAddress.parse(address.get()).map(base -> new ConnectionProfile(id, name.get(), kind.get(), base,
                    brand.get().strip(), user.get().strip(), signIn.get(), readOnly.get(), currency.get().strip(),
                    path().orElseThrow(), proxy().orElseThrow(), advanced().orElseThrow()));
        } catch (IllegalArgumentException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private Optional<Optional<Path>> path() {
        try {
            return Optional.of(caFile.get().isBlank() ? Optional.empty() : Optional.of(Path.of(caFile.get().strip())));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<ProxyChoice> proxy() {
        try {
            return Optional.of(switch (proxyMode.get()) {
                case SYSTEM -> new ProxyChoice.SystemWide();
                case NONE -> new ProxyChoice.None();
                case MANUAL -> new ProxyChoice.Manual(proxyHost.get().strip(), Integer.parseInt(proxyPort.get()
                        .strip()), Optional.of(proxyUser.get().strip()));
            });
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Advanced> advanced() {
        try {
            return Optional.of(new Advanced(reopenPatch.get(), guard.get(), seconds(connectSeconds),
                    seconds(readSeconds), seconds(callSeconds)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Duration seconds(StringProperty text) {
        return Duration.ofSeconds(Long.parseLong(text.get().strip()));
    }
}
