package org.billrunconsole.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.StallWatch;
import org.billrunconsole.runs.monitor.WindowAttention;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.session.SignInState;
import org.billrunconsole.ui.board.ListState;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.notices.KeptNotice;
import org.billrunconsole.ui.notices.NoticeKind;
import org.billrunconsole.ui.notices.NoticeWords;
import org.billrunconsole.ui.notices.NoticesViewModel;
import org.billrunconsole.ui.runlist.ListProgress;
import org.billrunconsole.ui.runlist.RunListViewModel;

/** The frame around the screens: where we are connected, how fresh it is, how much there is. */
public final class ShellViewModel {

    private final Connection connection;
    private final LiveMonitor monitor;
    private final ActionContextProvider contexts;
    private final RequestRate rate;
    private final StallWatch stalls;
    private final RunListViewModel regular;
    private final RunListViewModel adhoc;
    private final Supplier<Access> access;
    private final boolean signedInByPerson;
    private final Messages messages;
    private final Formats formats;
    private final BriefWords briefWords;
    private final InstantSource clock;

    private final ReadOnlyObjectWrapper<Freshness> freshness = new ReadOnlyObjectWrapper<>(
            new Freshness.Connecting());
    private final ReadOnlyStringWrapper live = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper liveBrief = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper environment = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sessionText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sessionBrief = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rights = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final NoticesViewModel kept;
    private final ReadOnlyObjectWrapper<Optional<KeptNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private SignInState session = new SignInState.Idle();
    private boolean watching;
    private boolean opened;

    /**
     * @param access           whether changes may be made; asked when the window is filled
     * @param signedInByPerson whether a person signs in here, or the program by itself
     */
    public ShellViewModel(Connection connection, LiveMonitor monitor, ActionContextProvider contexts, RequestRate rate,
            StallWatch stalls, Notices notices, NoticeWords noticeWords, RunListViewModel regular,
            RunListViewModel adhoc, Supplier<Access> access, boolean signedInByPerson, Messages messages,
            Formats formats,
            InstantSource clock, Executor window) {
        this.connection = connection;
        this.monitor = monitor;
        this.contexts = contexts;
        this.rate = rate;
        this.stalls = stalls;
        this.regular = regular;
        this.adhoc = adhoc;
        this.access = access;
        this.signedInByPerson = signedInByPerson;
        this.messages = messages;
        this.formats = formats;
        this.briefWords = new BriefWords(messages, formats);
        this.clock = clock;
        kept = new NoticesViewModel(noticeWords, formats);
        Consumer<Freshness> follow = now -> window.execute(() -> follow(now));
        monitor.addListener(follow);
        notices.addListener((news, show) -> window.execute(() -> {
            var arrived = kept.keep(news);
            if (show) {
                notice.set(Optional.of(arrived));
            }
        }));
        contexts.addListener(() -> window.execute(this::showRights));
        showRights();
        regular.countsProperty().subscribe(counts -> startWatching());
        adhoc.countsProperty().subscribe(counts -> startWatching());
        regular.progressProperty().subscribe(_ -> startWatching());
        adhoc.progressProperty().subscribe(_ -> startWatching());
        secondPassed();
    }

    // ---- Properties

    public Connection connection() {
        return connection;
    }

    /** How much can go wrong here, and whether it can at all. */
    public ReadOnlyStringProperty environmentProperty() {
        return environment.getReadOnlyProperty();
    }

    /** What the user may do, as far as is known. */
    public ReadOnlyStringProperty rightsProperty() {
        return rights.getReadOnlyProperty();
    }

    /** Whether changes are switched off for everybody here. */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    public Access access() {
        return access.get();
    }

    public boolean isSignedInByPerson() {
        return signedInByPerson;
    }

    public ReadOnlyObjectProperty<Freshness> freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    /** How fresh the data is, in words that change by the second. */
    public ReadOnlyStringProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** The same where there is little room. */
    public ReadOnlyStringProperty liveBriefProperty() {
        return liveBrief.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sessionProperty() {
        return sessionText.getReadOnlyProperty();
    }

    /** The same where there is little room. */
    public ReadOnlyStringProperty sessionBriefProperty() {
        return sessionBrief.getReadOnlyProperty();
    }

    /** The latest notice to show. */
    ReadOnlyObjectProperty<Optional<KeptNotice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** All notices of this connection, shown or not. */
    NoticesViewModel notices() {
        return kept;
    }

    /** How much the server is asked, in words. */
    String rate() {
        return messages.get("shell.status.rate", rate.recent());
    }

    /** How many runs of a kind are stalled. */
    long stalled(RunKind kind) {
        return stalls.count(kind);
    }

    public RunListViewModel regular() {
        return regular;
    }

    public RunListViewModel adhoc() {
        return adhoc;
    }

    /** How far the list of regular runs has been read, from which the board of a month is made. */
    public ObservableValue<ListState> regularRead() {
        return Bindings.createObjectBinding(() -> {
            var counts = regular.countsProperty().get();
            var failure = regular.failureProperty().get();
            return new ListState(counts.loaded(), counts.complete(), isRead(regular) || failure.isPresent(), failure);
        }, regular.countsProperty(), regular.failureProperty(), regular.progressProperty());
    }

    // ---- Commands

    /** Reads the lists for the first time. */
    public void open() {
        opened = true;
        regular.readCycles();
        regular.load();
        adhoc.load();
    }

    /** Reads again what could not be read before, now that it can. */
    private void catchUp() {
        regular.readCycles();
        List.of(regular, adhoc).forEach(RunListViewModel::catchUp);
    }

    /** Words that tell time have grown old by a second. */
    public void secondPassed() {
        live.set(words(freshness.get(), clock.instant()));
        liveBrief.set(briefWords.freshness(freshness.get(), clock.instant()));
        showSession();
    }

    private void showSession() {
        sessionText.set(sessionWords(clock.instant()));
        sessionBrief.set(briefWords.session(session, clock.instant()).orElseGet(sessionText::get));
    }

    /** Takes over who is signed in. */
    public void onChange(SignInState now) {
        // While a token is being renewed the session goes on, and its text need not flicker.
        if (now instanceof SignInState.Renewing && session instanceof SignInState.SignedIn) {
            return;
        }
        var signedInAnew = now instanceof SignInState.SignedIn && !(session instanceof SignInState.SignedIn);
        session = now;
        showSession();
        if (signedInAnew && opened) {
            catchUp();
        }
    }

    /** Stops or goes on asking the server, as the operator likes. */
    void setPaused(boolean paused) {
        if (paused) {
            monitor.pause();
        } else if (monitor.freshness() instanceof Freshness.Paused) {
            monitor.resume();
        }
    }

    /** Says that nobody knows what came of a write. */
    public void outcomeUnknown(Run run) {
        notice.set(Optional.of(kept.keep(clock.instant(), NoticeKind.OUTCOME, new NoticeWords.Words(messages.get(
                "notice.unknown.title", run.label()), messages.get("notice.unknown.text"), Tone.WARNING),
                Optional.of(run.key()))));
    }

    /** Says something that is not about a run. */
    public void tell(String title, String text, Tone tone) {
        notice.set(Optional.of(keep(title, text, tone)));
    }

    /** Keeps such a notice for whoever looks for it, and shows it to nobody. */
    public KeptNotice keep(String title, String text, Tone tone) {
        return kept.keep(clock.instant(), NoticeKind.CONSOLE, new NoticeWords.Words(title, text, tone),
                Optional.empty());
    }

    public void setAttention(WindowAttention attention) {
        monitor.setAttention(attention);
    }

    /** The window has come to the front: what it shows should be of now. */
    public void cameToFront() {
        if (watching) {
            monitor.tickNow();
        }
    }

    // ---- Inside

    private void startWatching() {
        if (!watching && isRead(regular) && isRead(adhoc)) {
            watching = true;
            monitor.start();
        }
    }

    /** Whether all has been read that is to be read of a list for now. */
    private static boolean isRead(RunListViewModel list) {
        return list.countsProperty().get().complete() || list.progressProperty().get() instanceof ListProgress.Stopped;
    }

    private void showRights() {
        readOnly.set(contexts.isReadOnlyConnection());
        var kind = messages.get("shell.environment." + Sentences.key(connection.kind()));
        environment.set(messages.get(readOnly.get() ? "shell.environment.pill.read-only" : "shell.environment.pill",
                kind, connection.name()));
        rights.set(messages.get(contexts.areChangesRuledOut() ? "shell.rights.ruled-out"
                : readOnly.get() ? "shell.rights.switched-off"
                        : contexts.hasRefusals() ? "shell.rights.refused" : "shell.rights.changes"));
    }

    private void follow(Freshness now) {
        var back = now instanceof Freshness.Live && !(freshness.get() instanceof Freshness.Live);
        freshness.set(now);
        if (back && opened) {
            catchUp();
        }
        // The words first, for whoever reads them when it becomes stale.
        secondPassed();
        stale.set(switch (now) {
            case Freshness.Stale _,Freshness.SignedOut _ -> true;
            case Freshness.Connecting _,Freshness.Live _,Freshness.Faltering _,Freshness.Paused _ -> false;
        });
    }

    private String words(Freshness state, Instant now) {
        return switch (state) {
            case Freshness.Connecting _ -> messages.get("shell.live.connecting");
            case Freshness.Live(var when) -> {
                var age = Duration.between(when, now);
                yield age.toSeconds() < 1
                        ? messages.get("shell.live.now")
                        : messages.get("shell.live.ago", formats.duration(age));
            }
            case Freshness.Faltering(var when, _) -> messages.get("shell.live.faltering",
                    formats.duration(Duration.between(when, now)));
            case Freshness.Stale(var when, _) -> when.map(time -> messages.get("shell.live.offline",
                    formats.time(time))).orElseGet(() -> messages.get("shell.live.offline.never"));
            case Freshness.SignedOut(var when, _) -> when.map(time -> messages.get("shell.live.signed-out",
                    formats.time(time))).orElseGet(() -> messages.get("shell.live.signed-out.never"));
            case Freshness.Paused(var when) -> messages.get("shell.live.paused",
                    when.map(formats::time).orElse(Formats.NONE));
        };
    }

    private String sessionWords(Instant now) {
        return switch (session) {
            case SignInState.SignedIn(var who, var end) -> {
                var user = who.orElse("");
                yield end.map(until -> left(user, Duration.between(now, until))).orElse(user);
            }
            case SignInState.NeedsSignIn _ -> messages.get("shell.session.needed");
            case SignInState.SignedOut _ -> messages.get("shell.session.signed-out");
            case SignInState.Unreachable _ -> messages.get("shell.session.unreachable");
            case SignInState.Renewing _ -> messages.get("shell.session.signing-in");
            case SignInState.Idle _ -> "";
        };
    }

    private String left(String user, Duration left) {
        return left.isNegative()
                ? messages.get("shell.session.over", user)
                : messages.get("shell.session.left", user,
                        formats.countdown(left));
    }
}
