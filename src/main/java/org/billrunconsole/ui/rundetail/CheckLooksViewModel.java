package org.billrunconsole.ui.rundetail;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Acknowledgement;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of the run that is shown, with who has looked at which; each word counts for the figures of then. */
final class CheckLooksViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(CheckLooksViewModel.class);

    private final Acknowledgements acknowledgements;
    private final TaskRunner tasks;
    private final Runnable given;
    private final ReadOnlyObjectWrapper<List<CheckLook>> looks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper notKept = new ReadOnlyBooleanWrapper();
    private Optional<RunKey> shown = Optional.empty();

    /** @param given told, on the window's thread, when somebody's word was kept */
    CheckLooksViewModel(Acknowledgements acknowledgements, TaskRunner tasks, Runnable given) {
        this.acknowledgements = acknowledgements;
        this.tasks = tasks;
        this.given = given;
    }

    /** The checks, most serious first. */
    ReadOnlyObjectProperty<List<CheckLook>> looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** True if the last word could not be kept, so that it does not count. */
    ReadOnlyBooleanProperty notKeptProperty() {
        return notKept.getReadOnlyProperty();
    }

    /** Shows the checks of a run. */
    void show(Optional<RunKey> run, List<Check> checks) {
        if (!run.equals(shown)) {
            notKept.set(false);
        }
        shown = run;
        looks.set(run.map(key -> checks.stream().map(check -> new CheckLook(check, acknowledgements.state(key,
                check))).toList()).orElseGet(List::of));
    }

    /**
     * Somebody has looked at a check as it is shown.
     *
     * @param reason why it may be so; nothing is given without one
     */
    void give(CheckLook look, String reason) {
        if (shown.isEmpty() || reason.isBlank() || !look.canBeGiven() || !looks.get().contains(look)) {
            return;
        }
        var run = shown.get();
        notKept.set(false);
        tasks.run("keep that somebody has looked", () -> acknowledgements.give(run,
                new Acknowledgement.Subject.OfCheck(look.check()), reason.strip()), _ -> given.run(), e -> {
                    LOG.error("That somebody has looked at a check of {} cannot be kept", run.path(), e);
                    notKept.set(true);
                });
    }
}
