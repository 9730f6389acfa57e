package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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
    @CsvSource(delimiter = ';', value = {
            "en-GB; 5 Dec 2026; 05/12/2026; December 2026; 14:05:09; 1,284; £1,284; -£0.50; PLN 7",
            "en-US; Dec 5, 2026; 12/5/2026; December 2026; 2:05:09 PM; 1,284; £1,284; -£0.50; PLN 7",
            "de-DE; 5. Dez. 2026; 05.12.2026; Dezember 2026; 14:05:09; 1.284; 1.284 £; -0,50 £; 7 PLN",
            "de-CH; 5. Dez. 2026; 05.12.2026; Dezember 2026; 14:05:09; 1’284; £ 1’284; £-0.50; PLN 7",
            "fr-FR; 5 déc. 2026; 05/12/2026; décembre 2026; 14:05:09; 1 284; 1 284 £GB; -0,50 £GB; 7 PLN",
            "tr-TR; 5 Ara 2026; 5.12.2026; Aralık 2026; 14:05:09; 1.284; £1.284; -£0,50; PLN 7",
            "ja-JP; 2026年12月5日; 2026/12/05; 2026年12月; 14:05:09; 1,284; £1,284; -£0.50; PLN 7",
            "ar-EG; ٥ ديسمبر ٢٠٢٦; ٥/١٢/٢٠٢٦; ديسمبر ٢٠٢٦; ٢:٠٥:٠٩ م; ١٬٢٨٤; ١٬٢٨٤ UK£; -٠٫٥٠ UK£; ٧ PLN",
            "th-TH-u-ca-buddhist; 5 ธ.ค. 2026; 5/12/2026; ธันวาคม 2026; 14:05:09; 1,284; £1,284; -£0.50; PLN 7"})
    void datesNumbersAndMoneyAreWrittenAsInTheRegion(String tag, String date, String figures, String month, String time,
            String number, String money, String exact, String otherCurrency) {
        var local = new Formats(Locale.forLanguageTag(tag), ZoneOffset.UTC);
        var day = LocalDate.of(2026, 12, 5);
        assertThat(plain(local.date(day))).isEqualTo(date);
        assertThat(plain(local.dayInFigures(day))).isEqualTo(figures);
        assertThat(plain(local.month(YearMonth.from(day)))).isEqualTo(month);
        assertThat(plain(local.time(Instant.parse("2026-12-05T14:05:09Z")))).isEqualTo(time);
        assertThat(plain(local.number(1_284))).isEqualTo(number);
        assertThat(plain(local.money(1_284, Optional.of("GBP")))).isEqualTo(money);
        assertThat(plain(local.money(new BigDecimal("-0.5"), Optional.of("GBP")))).isEqualTo(exact);
        assertThat(plain(local.money(7, Optional.of("PLN")))).isEqualTo(otherCurrency);
        // What it writes it reads, and ISO besides.
        assertThat(local.readDay(local.date(day)).asDay()).contains(day);
        assertThat(local.readDay(local.dayInFigures(day)).asDay()).contains(day);
        assertThat(local.readDay("2026-12-05").asDay()).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "ar-EG", "tr-TR", "en-US", "ja-JP"})
    void anAmountNeverBreaksFromItsCurrency(String tag) {
        var local = new Formats(Locale.forLanguageTag(tag), ZoneOffset.UTC);
        assertThat(local.money(1_284, Optional.of("EUR")) + local.money(7, Optional.of("XBR"))).doesNotContain(" ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"de-DE; 1. – 30. Nov. 2026", "en-US; Nov 1 – Nov 30, 2026",
            "ja-JP; 11月1日 – 2026年11月30日"})
    void aPeriodWithinAMonthIsShortWhereDaysComeFirst(String tag, String period) {
        assertThat(plain(new Formats(Locale.forLanguageTag(tag), ZoneOffset.UTC).period(LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30)))).isEqualTo(period);
    }

    /** Days are read and written without ever being a moment of some zone. */
    @ParameterizedTest
    @ValueSource(strings = {"-12:00", "Pacific/Kiritimati", "Europe/London", "America/Sao_Paulo", "Pacific/Apia"})
    void aDayIsTheSameInEveryZone(String zone) {
        var local = new Formats(Locale.UK, ZoneId.of(zone));
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(day -> assertThat(local.readDay(local.date(
                        day)).asDay()).contains(day));
    }

    /** Without what cannot be seen: which way letters go, and which spaces do not break. */
    private static String plain(String text) {
        return text.replaceAll("[\\u200e\\u200f\\u061c]", "").replaceAll("[\\u00a0\\u202f]", " ").strip();
    }
}
