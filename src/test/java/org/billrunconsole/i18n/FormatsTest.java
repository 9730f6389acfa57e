package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);

    @Test
    void periodsAreAsShortAsTheyCanBeSaid() {
        assertThat(formats.period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))).isEqualTo("1 – 30 Nov 2026");
        assertThat(formats.period(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 27))).isEqualTo(
                "28 Oct – 27 Nov 2026");
        assertThat(formats.period(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 3))).isEqualTo(
                "28 Dec 2026 – 3 Jan 2027");
        assertThat(formats.period(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22))).isEqualTo("22 Nov 2026");
    }

    @Test
    void moneyCarriesItsCurrencyWhereOneIsKnown() {
        assertThat(formats.money(1_284_350, Optional.of("GBP"))).isEqualTo("£1,284,350");
        assertThat(formats.money(-40, Optional.of("GBP"))).isEqualTo("-£40");
        assertThat(formats.money(4_210, Optional.empty())).isEqualTo("4,210");
        assertThat(formats.money(new BigDecimal("48210.5"), Optional.of("GBP"))).isEqualTo("£48,210.50");
        assertThat(formats.money(7, Optional.of("XBR?"))).isEqualTo("XBR?7");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "500, 8 min 20 s", "7500, 2 h 5 min", "273600, 3 d 4 h"})
    void lengthsOfTimeAreSaidInTheirTwoLargestUnits(long seconds, String words) {
        assertThat(formats.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void typedDaysAreTakenInBothForms() {
        assertThat(formats.readDay("1 Dec 2026").asDay()).contains(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "ar-SA-u-ca-islamic-nu-arab", "fa-IR", "hi-IN-u-nu-deva", "tr-TR",
            "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese"})
    void oneSentenceHasOneKindOfDigitsMonthsAndYearsWhateverTheComputerSpeaks(String tag) {
        var messages = new Messages(Locale.forLanguageTag(tag));
        var local = new Formats(messages.language(), ZoneOffset.UTC);
        assertThat(local.date(LocalDate.of(2026, 12, 1))).isEqualTo("1 Dec 2026");
        assertThat(local.number(1_284)).isEqualTo("1,284");
        assertThat(local.money(1_284, Optional.of("GBP"))).isEqualTo("£1,284");
        assertThat(local.money(new BigDecimal("-0.5"), Optional.empty())).isEqualTo("-0.50");
        assertThat(local.countdown(Duration.ofSeconds(845))).isEqualTo("14:05");
        assertThat(local.time(Instant.parse("2026-12-01T09:08:07Z"))).isEqualTo("09:08:07");
        assertThat(local.readDay("1 Dec 2026").asDay()).contains(LocalDate.of(2026, 12, 1));
    }
}
