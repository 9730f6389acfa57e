package org.billrunconsole.ui.settings;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.NumberReader;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.Preferences.ContrastChoice;
import org.billrunconsole.settings.Preferences.Density;
import org.billrunconsole.settings.Preferences.ThemeChoice;
import org.billrunconsole.settings.Preferences.Thresholds;
import org.billrunconsole.settings.Range;
import org.billrunconsole.ui.kit.Choices;
import org.billrunconsole.ui.kit.NumberInput;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.settings.SettingsViewModel.State;

/** Binds the preferences. */
public final class SettingsController {

    /** Whose dates and numbers can be chosen; the computer's own can in any case. */
    private static final List<Locale> REGIONS = Stream.of("de-DE", "de-AT", "de-CH", "en-GB", "en-IE", "en-US", "fr-FR",
            "fr-CH", "it-IT", "es-ES", "pt-PT", "nl-NL", "da-DK", "sv-SE", "nb-NO", "fi-FI", "pl-PL", "cs-CZ", "tr-TR",
            "ar-EG", "ja-JP").map(Locale::forLanguageTag).toList();

    /** What shows how a region writes: its day can be no month, its number has two groups. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final long NUMBER = 1_234_567;

    private final SettingsViewModel model;
    private final Messages messages;
    private final List<String> rules;
    private final Runnable diagnostics;
    /** What is to be said of the numbers that cannot be taken as they are typed. */
    private final Map<Spinner<Integer>, String> wrong = new LinkedHashMap<>();

    @FXML
    private VBox settingsDialog;
    @FXML
    private VBox policyBox;
    @FXML
    private Label policyRules;
    @FXML
    private ComboBox<ThemeChoice> theme;
    @FXML
    private ComboBox<ContrastChoice> contrast;
    @FXML
    private ComboBox<Density> density;
    @FXML
    private ComboBox<Integer> textPercent;
    @FXML
    private ComboBox<Optional<String>> language;
    @FXML
    private ComboBox<Optional<String>> region;
    @FXML
    private Label regionExample;
    @FXML
    private Label nextStart;
    @FXML
    private Spinner<Integer> tickSeconds;
    @FXML
    private Spinner<Integer> stalledMinutes;
    @FXML
    private Spinner<Integer> suspenseRecords;
    @FXML
    private Spinner<Integer> largestInvoiceFactor;
    @FXML
    private Spinner<Integer> revenuePercent;
    @FXML
    private Spinner<Integer> varianceAmount;
    @FXML
    private Spinner<Integer> variancePercent;
    @FXML
    private CheckBox notices;
    @FXML
    private CheckBox desktopNotifications;
    @FXML
    private Spinner<Integer> coolingOffSeconds;
    @FXML
    private CheckBox unlockNeedsReason;
    @FXML
    private Label trouble;
    @FXML
    private Button cancelButton;
    @FXML
    private Button saveButton;

    SettingsController(SettingsViewModel model, Messages messages, List<String> rules, Runnable diagnostics) {
        this.model = model;
        this.messages = messages;
        this.rules = rules;
        this.diagnostics = diagnostics;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.error(trouble);
        settingsDialog.setAccessibleText(messages.get("preferences.title"));
        policyRules.setText(String.join("\n", rules));
        policyBox.setVisible(!rules.isEmpty());
        policyBox.setManaged(!rules.isEmpty());
        Choices.fill(theme, List.of(ThemeChoice.values()),
                each -> messages.get("preferences.theme." + Sentences.key(each)));
        Choices.fill(contrast, List.of(ContrastChoice.values()),
                each -> messages.get("preferences.contrast." + Sentences.key(each)));
        Choices.fill(density, List.of(Density.values()),
                each -> messages.get("preferences.density." + Sentences.key(each)));
        // One that was written into the settings by hand is offered too.
        Choices.fill(textPercent, Stream.concat(Preferences.TEXT_PERCENTS.stream(), Stream.of(model.textPercent.get()))
                .distinct()
                .sorted()
                .toList(), each -> messages.get("progress.percent", each));
        textPercent.valueProperty().bindBidirectional(model.textPercent);
        Choices.fill(language, tags(Messages.LANGUAGES, model.language.get()), this::languageName);
        Choices.fill(region, tags(REGIONS, model.region.get()), this::regionName);
        theme.valueProperty().bindBidirectional(model.theme);
        contrast.valueProperty().bindBidirectional(model.contrast);
        density.valueProperty().bindBidirectional(model.density);
        language.valueProperty().bindBidirectional(model.language);
        region.valueProperty().bindBidirectional(model.region);
        regionExample.textProperty().bind(region.valueProperty().map(this::example));
        regionExample.visibleProperty().bind(regionExample.textProperty().isNotEmpty());
        regionExample.managedProperty().bind(regionExample.visibleProperty());
        nextStart.visibleProperty().bind(model.nextStartNeededProperty());
        nextStart.managedProperty().bind(nextStart.visibleProperty());
        bind(tickSeconds, Preferences.TICK_SECONDS, model.tickSeconds);
        bind(stalledMinutes, Thresholds.STALLED_MINUTES, model.stalledMinutes);
        bind(suspenseRecords, Thresholds.SUSPENSE_RECORDS, model.suspenseRecords);
        bind(largestInvoiceFactor, Thresholds.LARGEST_INVOICE_FACTOR, model.largestInvoiceFactor);
        bind(revenuePercent, Thresholds.REVENUE_PERCENT, model.revenuePercent);
        bind(varianceAmount, Thresholds.VARIANCE_AMOUNT, model.varianceAmount);
        bind(variancePercent, Thresholds.VARIANCE_PERCENT, model.variancePercent);
        bind(coolingOffSeconds, Preferences.COOLING_OFF_SECONDS, model.coolingOffSeconds);
        notices.selectedProperty().bindBidirectional(model.notices);
        desktopNotifications.selectedProperty().bindBidirectional(model.desktopNotifications);
        unlockNeedsReason.selectedProperty().bindBidirectional(model.unlockNeedsReason);
        cancelButton.setCancelButton(true);
        saveButton.setDefaultButton(true);
        model.stateProperty().subscribe(this::showState);
    }

    @FXML
    void restoreDefaults() {
        model.restoreDefaults();
    }

    @FXML
    void showDiagnostics() {
        model.cancel();
        diagnostics.run();
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    /** Where the operator begins. */
    Node first() {
        return theme;
    }

    private void showState(State state) {
        saveButton.setDisable(state == State.SAVING || !wrong.isEmpty());
        cancelButton.setDisable(state == State.SAVING);
        trouble.setText(wrong.values()
                .stream()
                .findFirst()
                .orElseGet(() -> state == State.NOT_SAVED ? messages.get("preferences.not-saved") : ""));
    }

    private static List<Optional<String>> tags(List<Locale> known, Optional<String> chosen) {
        var tags = new ArrayList<Optional<String>>();
        tags.add(Optional.empty());
        known.forEach(each -> tags.add(Optional.of(each.toLanguageTag())));
        // One that was chosen with another version of the program is not lost.
        if (!tags.contains(chosen)) {
            tags.add(chosen);
        }
        return tags;
    }

    /** In its own words: whoever looks for it may not understand those around it. */
    private String languageName(Optional<String> tag) {
        return tag.map(Locale::forLanguageTag)
                .map(each -> each.getDisplayName(each))
                .orElseGet(() -> messages.get("preferences.language.system"));
    }

    /** A day and a number as a region writes them; nothing for the computer's own, which are on the screen anyway. */
    private String example(Optional<String> tag) {
        return tag.map(Locale::forLanguageTag)
                .map(each -> new Formats(each, ZoneOffset.UTC))
                .map(each -> messages.get("preferences.region.example", each.date(DAY), each.dayInFigures(DAY),
                        each.number(NUMBER)))
                .orElse("");
    }

    private String regionName(Optional<String> tag) {
        return tag.map(Locale::forLanguageTag)
                .map(each -> each.getDisplayName(messages.language()))
                .orElseGet(() -> messages.get("preferences.language.system"));
    }

    private void bind(Spinner<Integer> spinner, Range range, ObjectProperty<Integer> value) {
        var numbers = NumberInput.in(new NumberReader(messages.region()), spinner, range.least(), range.most(),
                value.get(), typed -> {
                    wrong.remove(spinner);
                    typed.ifPresentOrElse(value::set,
                            () -> wrong.put(spinner, messages.get("preferences.wrong-number", range.least(),
                                    range.most())));
                    showState(model.stateProperty().get());
                });
        value.subscribe(numbers::show);
    }
}
