package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    @Test
    void textGrowsAndShrinksByTheStepsThatCanBeChosenAndNoFurther() {
        assertThat(Stream.iterate(Preferences.DEFAULT, Preferences::withLargerText).limit(6).map(
                Preferences::textPercent)).containsExactly(100, 110, 125, 150, 150, 150);
        assertThat(Stream.iterate(Preferences.DEFAULT, Preferences::withSmallerText).limit(3).map(
                Preferences::textPercent)).containsExactly(100, 90, 90);
        assertThat(Preferences.DEFAULT.withLargerText().withUsualText()).isEqualTo(Preferences.DEFAULT);
    }
}
