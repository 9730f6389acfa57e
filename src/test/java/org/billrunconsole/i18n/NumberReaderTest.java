package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';',
            value = {"en-GB; 1,250", "en-GB; 1250", "en-GB; 1\u00A0250", "en-GB; 1\u202F250", "en-GB; 1 250",
                    "de-DE; 1.250", "de-DE; 1\u202F250", "de-CH; 1'250", "de-CH; 1\u2019250", "fr-FR; 1\u202F250",
                    "fr-FR; 1 250",
                    "ar-EG; \u0661\u066C\u0662\u0665\u0660", "ar-EG; \u0661\u0662\u0665\u0660",
                    "ja-JP; \uFF11\uFF12\uFF15\uFF10",
                    "en-GB; +1250", "en-GB; \u200E1,250\u200F"})
    void aNumberIsReadAsItIsWrittenOrCopied(String tag, String text) {
        assertThat(new NumberReader(Locale.forLanguageTag(tag)).read(text)).hasValue(1250);
    }

    @ParameterizedTest
    @CsvSource({"\u22125, -5", "-5, -5", "0, 0", "007, 7"})
    void signsAndZeroesCount(String text, long number) {
        assertThat(new NumberReader(Locale.UK).read(text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"en-GB; 1.250", "de-DE; 1,250", "en-GB; 1,25", "en-GB; 12,50,000",
            "en-GB; 1,2500", "en-GB; 1250.0",
            "en-GB; ''", "en-GB; -", "en-GB; 12 3", "en-GB; 1e3", "en-GB; 99999999999999999999", "fr-FR; 1.250"})
    void whatCanBeAnotherNumberElsewhereOrIsNoneIsNotRead(String tag, String text) {
        assertThat(new NumberReader(Locale.forLanguageTag(tag)).read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "it-IT", "es-ES", "pt-PT", "sv-SE",
            "nb-NO", "pl-PL", "tr-TR",
            "ar-EG", "ja-JP", "cs-CZ"})
    void whatTheRegionWritesIsRead(String tag) {
        var region = Locale.forLanguageTag(tag);
        for (long number : new long[]{0, 7, 999, 1_000, 12_345, 1_234_567}) {
            assertThat(new NumberReader(region).read(NumberFormat.getIntegerInstance(region).format(number)))
                    .hasValue(number);
        }
    }
}
