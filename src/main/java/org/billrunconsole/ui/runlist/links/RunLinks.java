package org.billrunconsole.ui.runlist.links;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a link to a run ({@code billrun:1042}), whether the run is loaded or not. For the window's thread. */
public final class RunLinks {

    /**
     * What is said below the search.
     *
     * @param offer what the button beside it is called; empty if there is nothing to press
     * @param warns true if the link leads nowhere
     */
    public record Answer(String text, Optional<String> offer, boolean warns) {}

    /**
     * What links lead through.
     *
     * @param loaded a run, if it has been read
     * @param fetch  reads a run, which its list then shows; may block, also until somebody has signed in
     * @param askToSignIn asks a person who did not want to sign in, and tells whether it did
     * @param open   shows a run that has been read
     */
    public record Ways(Function<RunKey, Optional<Run>> loaded, Function<RunKey, Run> fetch,
            BooleanSupplier askToSignIn, Consumer<RunKey> open) {}

    private static final Logger LOG = LoggerFactory.getLogger(RunLinks.class);

    private final Ways ways;
    private final Messages messages;
    private final Sentences sentences;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunKey> wanted = Optional.empty();
    private boolean reading;
    private boolean signInAwaited;
    private Runnable whenOpened = () -> {};

    public RunLinks(Ways ways, Messages messages, Sentences sentences, TaskRunner tasks) {
        this.ways = ways;
        this.messages = messages;
        this.sentences = sentences;
        this.tasks = tasks;
    }

    /** What is known of the link that was typed; empty while there is none. */
    public ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Says where a text leads; one that is no link takes the answer away. Nothing is asked for yet. */
    public void type(String text) {
        wanted = RunKey.ofLink(text);
        reading = false;
        signInAwaited = false;
        answer.set(wanted.map(this::ready).or(() -> RunKey.beginningOfLink(text).map(kind -> unfinished(kind, text))));
    }

    /** Opens the run that was typed, which is read first unless it is loaded; does nothing where there is no link. */
    public void go(Runnable opened) {
        whenOpened = opened;
        wanted.filter(_ -> !reading).ifPresent(this::follow);
    }

    /** Somebody has signed in: a link that waited for it is followed. */
    public void signedIn() {
        if (signInAwaited) {
            wanted.ifPresent(this::follow);
        }
    }

    private void follow(RunKey run) {
        signInAwaited = false;
        var loaded = ways.loaded().apply(run).isPresent();
        if (!loaded && ways.askToSignIn().getAsBoolean()) {
            awaitSignIn(run);
        } else {
            read(run, loaded);
        }
    }

    /** Also of a loaded run not at once: the text that is being pasted has to be in the search before it is emptied. */
    private void read(RunKey run, boolean loaded) {
        reading = true;
        answer.set(loaded ? Optional.empty()
                : Optional.of(new Answer(messages.get("link.reading",
                        sentences.run(run)), Optional.empty(), false)));
        tasks.run("run of a link", () -> ways.loaded().apply(run).orElseGet(() -> ways.fetch().apply(run)), _ -> {
            if (isAwaited(run)) {
                open(run);
            }
        }, e -> {
            LOG.warn("The run {} of a link cannot be read: {}", run.path(), e.getMessage());
            if (isAwaited(run)) {
                reading = false;
                failed(run, e);
            }
        });
    }

    /** Whoever has typed something else meanwhile does not want to be taken elsewhere. */
    private boolean isAwaited(RunKey run) {
        return reading && wanted.equals(Optional.of(run));
    }

    private void open(RunKey run) {
        type("");
        whenOpened.run();
        ways.open().accept(run);
    }

    private void failed(RunKey run, Exception e) {
        if (e instanceof FailureException because) {
            switch (because.failure()) {
                case Failure.NotSignedIn _ -> awaitSignIn(run);
                case Failure.NotFound _ -> warn(messages.get("link.not-found", sentences.run(run)));
                case Failure.Forbidden _ -> warn(messages.get("link.forbidden", sentences.run(run)));
                default -> warn(messages.get("link.failed", sentences.run(run),
                        sentences.failure(because.failure())));
            }
        } else {
            warn(messages.get("link.broken", sentences.run(run)));
        }
    }

    private void awaitSignIn(RunKey run) {
        signInAwaited = true;
        warn(messages.get("link.not-signed-in", sentences.run(run)));
    }

    private void warn(String text) {
        answer.set(Optional.of(new Answer(text, Optional.of(messages.get("failure.try-again")), true)));
    }

    private Answer ready(RunKey run) {
        var name = ways.loaded().apply(run).map(loaded -> messages.get("link.named", sentences.run(run),
                loaded.label())).orElseGet(() -> sentences.run(run));
        return new Answer(messages.get("link.ready", name), Optional.of(messages.get("link.open")), false);
    }

    private Answer unfinished(RunKind kind, String text) {
        var scheme = RunKey.scheme(kind);
        var begun = text.strip().length() == scheme.length();
        return new Answer(begun ? messages.get("link.begun", scheme)
                : messages.get("link.no-number", DisplayText.line(text.strip()), scheme), Optional.empty(), !begun);
    }
}
