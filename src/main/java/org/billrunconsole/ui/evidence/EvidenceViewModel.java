package org.billrunconsole.ui.evidence;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One evidence pack on its way: being made of a run, or being verified. */
public final class EvidenceViewModel {

    /** Where it stands. */
    public sealed interface State {

        /** The run is the one that it was when it was asked for. */
        record Making(Run run, ChosenFile file) implements State {}

        record Made(Run run, ChosenFile file, EvidencePort.Made pack) implements State {}

        record NotMade(Run run, ChosenFile file, ChosenFile.Trouble trouble) implements State {}

        record Verifying(ChosenFile file) implements State {}

        record Verified(ChosenFile file, EvidencePort.Verified pack) implements State {}

        /** The file could not be read, so nothing is known of it. */
        record NotVerified(ChosenFile file) implements State {}

        record Closed() implements State {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceViewModel.class);

    private final EvidencePort port;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private Optional<Cancellable> work = Optional.empty();

    public EvidenceViewModel(EvidencePort port, TaskRunner tasks) {
        this.port = port;
        this.tasks = tasks;
    }

    // ---- Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    // ---- Commands

    /** Makes a pack of a run. */
    public void make(Run run, ChosenFile file) {
        state.set(new State.Making(run, file));
        work = Optional.of(tasks.run("make an evidence pack", () -> port.make(run, file),
                pack -> state.set(new State.Made(run, file, pack)), e -> {
                    LOG.warn("An evidence pack cannot be made", e);
                    state.set(new State.NotMade(run, file, ChosenFile.Trouble.of(e)));
                }));
    }

    /** Verifies a pack. */
    public void verify(ChosenFile file) {
        state.set(new State.Verifying(file));
        work = Optional.of(tasks.run("verify an evidence pack", () -> port.verify(file),
                pack -> state.set(new State.Verified(file, pack)), e -> {
                    LOG.warn("An evidence pack cannot be verified", e);
                    state.set(new State.NotVerified(file));
                }));
    }

    /** Does again what failed. */
    public void tryAgain() {
        switch (state.get()) {
            case State.NotMade(var run, var file, _) -> make(run, file);
            case State.NotVerified(var file) -> verify(file);
            case State.Making _,State.Made _,State.Verifying _,State.Verified _,State.Closed _ -> {
            }
        }
    }

    /** Ends it, and what is under way: no file is left then. */
    public void close() {
        work.ifPresent(Cancellable::cancel);
        state.set(new State.Closed());
    }
}
