package org.billrunconsole.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.Preferences.ContrastChoice;
import org.billrunconsole.settings.Preferences.Density;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.Preferences.Thresholds;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The preferences while they are being changed; a change holds at once and is written when it is done. */
public final class SettingsViewModel {

    /** Where the dialog stands. */
    public enum State {
        OPEN, SAVING,
        /** The last change could not be written. */
        NOT_SAVED, CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SettingsViewModel.class);

    private final SettingsStore settings;
    private final TaskRunner tasks;
    private final Consumer<Preferences> changed;
    private final boolean welcomed;
    private final Preferences before;

    final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
    final ObjectProperty<ContrastChoice> contrast = new SimpleObjectProperty<>();
    final ObjectProperty<Density> density = new SimpleObjectProperty<>();
    /** A language's tag; empty for the operating system's. */
    final ObjectProperty<Optional<String>> language = new SimpleObjectProperty<>();
    /** Whose dates and numbers, a tag; empty for the operating system's. */
    final ObjectProperty<Optional<String>> region = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> tickSeconds = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> stalledMinutes = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> suspenseRecords = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> largestInvoiceFactor = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> revenuePercent = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> varianceAmount = new SimpleObjectProperty<>();
    final ObjectProperty<Integer> variancePercent = new SimpleObjectProperty<>();
    final BooleanProperty notices = new SimpleBooleanProperty();
    final BooleanProperty desktopNotifications = new SimpleBooleanProperty();
    final ObjectProperty<Integer> coolingOffSeconds = new SimpleObjectProperty<>();
    final BooleanProperty unlockNeedsReason = new SimpleBooleanProperty();

    private final ReadOnlyBooleanWrapper nextStartNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);

    /**
     * @param before  as they are now
     * @param changed told of preferences to follow from now on, also while they are only being tried
     */
    public SettingsViewModel(Preferences before, SettingsStore settings, TaskRunner tasks,
            Consumer<Preferences> changed) {
        this.settings = settings;
        this.tasks = tasks;
        this.changed = changed;
        this.before = before;
        welcomed = before.welcomed();
        show(before);
        nextStartNeeded.bind(language.isNotEqualTo(before.language()).or(region.isNotEqualTo(before.region())));
        List.<ObservableValue<?>>of(theme, contrast, density, textPercent)
                .forEach(input -> input.addListener((_, _, _) -> changed.accept(
                        preferences())));
    }

    // ---- Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether something was chosen that holds from the next start on only. */
    public ReadOnlyBooleanProperty nextStartNeededProperty() {
        return nextStartNeeded.getReadOnlyProperty();
    }

    /** As they are in the form. */
    public Preferences preferences() {
        return new Preferences(theme.get(), contrast.get(), density.get(), textPercent.get(), language.get(),
                region.get(),
                tickSeconds.get(),
                new Thresholds(stalledMinutes.get(), suspenseRecords.get(), largestInvoiceFactor.get(),
                        revenuePercent.get(), varianceAmount.get(), variancePercent.get()),
                notices.get(), desktopNotifications.get(), coolingOffSeconds.get(), unlockNeedsReason.get(), welcomed);
    }

    // ---- Commands

    /** Puts back what is usual, without saving it yet. */
    public void restoreDefaults() {
        show(Preferences.DEFAULT);
    }

    /** Saves and closes. */
    public void save() {
        if (state.get() != State.OPEN && state.get() != State.NOT_SAVED) {
            return;
        }
        var wanted = preferences();
        state.set(State.SAVING);
        tasks.run("save preferences", () -> {
            settings.save(wanted);
            return wanted;
        }, saved -> {
            changed.accept(saved);
            state.set(State.CLOSED);
        }, e -> {
            if (!(e instanceof IOException)) {
                LOG.error("Saving preferences failed unexpectedly", e);
            }
            state.set(State.NOT_SAVED);
        });
    }

    /** Closes; what was only tried is put back. */
    public void cancel() {
        if (state.get() != State.SAVING) {
            if (!preferences().equals(before)) {
                changed.accept(before);
            }
            state.set(State.CLOSED);
        }
    }

    // ---- Inside

    private void show(Preferences preferences) {
        language.set(preferences.language());
        region.set(preferences.region());
        tickSeconds.set(preferences.tickSeconds());
        stalledMinutes.set(preferences.thresholds().stalledMinutes());
        suspenseRecords.set(preferences.thresholds().suspenseRecords());
        largestInvoiceFactor.set(preferences.thresholds().largestInvoiceFactor());
        revenuePercent.set(preferences.thresholds().revenuePercent());
        varianceAmount.set(preferences.thresholds().varianceAmount());
        variancePercent.set(preferences.thresholds().variancePercent());
        notices.set(preferences.notices());
        desktopNotifications.set(preferences.desktopNotifications());
        coolingOffSeconds.set(preferences.coolingOffSeconds());
        unlockNeedsReason.set(preferences.unlockNeedsReason());
        // Last, since a change of these is shown at once, and by then the rest has to be there.
        textPercent.set(preferences.textPercent());
        theme.set(preferences.theme());
        contrast.set(preferences.contrast());
        density.set(preferences.density());
    }
}
