package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.billrunconsole.i18n.DayReader.Day;
import org.billrunconsole.i18n.DayReader.NoDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayReaderTest {

    private final DayReader reader = new DayReader(Locale.UK);

    @ParameterizedTest
    @ValueSource(strings = {"15 Dec 2026", "15 dec 2026", " 15  Dec  2026 ", "15 December 2026", "15 DECEMBER 2026",
            "15 Decem 2026", "15Dec2026", "15-Dec-2026", "15. Dec. 2026", "15 Dec, 2026", "15th December 2026",
            "Dec 15 2026", "December 15, 2026", "Dec 15th, 2026", "2026-12-15", "15.12.2026", "15. 12. 2026",
            "15/12/2026", "12/15/2026", "15-12-2026", "15\u00A0Dec\u00A02026", "\uFF11\uFF15 Dec 2026",
            "\u0661\u0665/\u0661\u0662/\u0662\u0660\u0662\u0666"})
    void aDayIsReadAsPeopleWriteIt(String text) {
        assertThat(reader.read(text)).isEqualTo(new Day(LocalDate.of(2026, 12, 15)));
    }

    @ParameterizedTest
    @CsvSource({"5.12.2026, 2026-12-05", "05.12.2026, 2026-12-05", "31/12/2026, 2026-12-31",
            "5 December 2026, 2026-12-05",
            "7/7/2026, 2026-07-07", "29 Feb 2028, 2028-02-29", "1 Sept 2026, 2026-09-01", "2026-1-5, 2026-01-05",
            "1 Jan 0026, 0026-01-01", "1 Jan 1999, 1999-01-01"})
    void eachOfItsPartsCounts(String text, LocalDate day) {
        assertThat(reader.read(text)).isEqualTo(new Day(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 Feb 2026", "30 Feb 2028", "29 Feb 2026", "31 Nov 2026", "31.4.2026", "31/11/2026",
            "0 Dec 2026", "32 Dec 2026", "2026-02-30", "2026-13-01", "12.13.2026", "45/13/2026", "1 Jan 0000"})
    void aDayThatTheCalendarDoesNotHaveIsNotMadeToAnother(String text) {
        assertThat(reader.read(text)).isEqualTo(NoDay.NOT_IN_CALENDAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/12/2026", "12/01/2026", "1-2-2026"})
    void aDayThatIsAnotherOneElsewhereIsNotGuessed(String text) {
        assertThat(new DayReader(Locale.ENGLISH).read(text)).isEqualTo(NoDay.TWO_WAYS);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 5/12/2026", "en-GB, 05/12/2026", "en-US, 12/5/2026", "fr-FR, 5/12/2026", "de-DE, 5.12.2026",
            "nl-NL, 05-12-2026", "sv-SE, 2026-12-05", "ja-JP, 2026/12/5", "ja-JP, 2026年12月5日", "ko-KR, 2026. 12. 5.",
            "ar-EG, \u0665/\u0661\u0662/\u0662\u0660\u0662\u0666", "es-ES, 5 de diciembre de 2026",
            "pt-PT, 5 de dezembro de 2026", "pl-PL, 5 grudnia 2026", "fr-FR, samedi 5 décembre 2026"})
    void aDayIsReadAsItsRegionWritesIt(String tag, String text) {
        assertThat(new DayReader(Locale.forLanguageTag(tag)).read(text)).isEqualTo(new Day(LocalDate.of(2026, 12, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15 Dec", "15 Dec 26", "15.12.26", "Dec 2026", "tomorrow", "15 De 2026", "15 Xyz 2026",
            "15",
            "2026", "15 Dec 20266", "-15 Dec 2026", "15/12", "20261215", "15 Dec 2026 x", "\uD83D\uDE00", "1e3"})
    void whatIsNoDayIsSaidToBeNone(String text) {
        assertThat(reader.read(text)).isEqualTo(NoDay.UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\t"})
    void nothingIsNotWrong(String text) {
        assertThat(reader.read(text)).isEqualTo(NoDay.BLANK);
    }

    @ParameterizedTest
    @CsvSource({"de, 15. Dezember 2026", "de, 15. Dez. 2026", "fr, 15 d\u00e9cembre 2026", "fr, 15 d\u00e9c. 2026",
            "tr, 15 Aral\u0131k 2026", "de, 15 December 2026", "fr, 15 Dec 2026"})
    void monthsAreUnderstoodInTheOwnLanguageAndInEnglish(String tag, String text) {
        assertThat(new DayReader(Locale.forLanguageTag(tag)).read(text)).isEqualTo(new Day(LocalDate.of(2026, 12, 15)));
    }
}
