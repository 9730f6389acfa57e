package org.billrunconsole.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {

    static Stream<String> harmful() {
        return Stream.of(IntStream.rangeClosed(0, 0x1F), IntStream.rangeClosed(0x7F, 0x9F),
                IntStream.rangeClosed(0x200E, 0x200F), IntStream.rangeClosed(0x2028, 0x202E),
                IntStream.rangeClosed(0x2066, 0x2069), IntStream.of(0x200B, 0x2060, 0xFEFF, 0xAD, 0x3164, 0xE0041))
                .flatMap(range -> range.mapToObj(Character::toString));
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void noCharacterBreaksTheLineTurnsItAroundOrHides(String harmful) {
        assertThat(DisplayText.line("a" + harmful + "b")).isIn("a b", "a\uFFFDb");
        assertThat(DisplayText.lines("a" + harmful + "b")).isIn("a b", "a\uFFFDb", "a\nb", "a\tb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nov 2026 Business", "Größe", "Ελλάδα", "тест", "אבג", "क्षि", "ไทย", "面談 1", "e\u0301",
            "👩\u200D🔧", ""})
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(DisplayText.line(text)).isEqualTo(text);
    }

    @Test
    void aLetterKeepsOnlySoManyMarks() {
        assertThat(DisplayText.line("a" + "\u0301".repeat(10_000) + "b")).isEqualTo("a" + "\u0301".repeat(8) + "b");
    }

    @Test
    void aLongTextIsCutWhereItShows() {
        var cut = DisplayText.line("x".repeat(1 << 20));
        assertThat(cut).hasSize(DisplayText.LONGEST_LINE).endsWith("x…");
        assertThat(DisplayText.lines("é".repeat(1 << 20))).hasSize(DisplayText.LONGEST_TEXT).endsWith("é…");
        assertThat(DisplayText.line("👩".repeat(300))).matches("(👩)+…");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(DisplayText.line("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource({"Nov 2026,true", "x,true", "'',false", "' ',false", "\u00A0,false", "a\uFFFDb,false", "a\u202Eb,false"})
    void onlyWhatIsFullyVisibleCanBeTyped(String text, boolean typeable) {
        assertThat(DisplayText.isTypeable(text)).isEqualTo(typeable);
    }

    @Property(tries = 2_000)
    void whatIsShownIsBoundedOnOneLineAndStaysAsItIs(@ForAll String text) {
        var line = DisplayText.line(text);
        assertThat(line.length()).isLessThanOrEqualTo(DisplayText.LONGEST_LINE);
        assertThat(line.codePoints().noneMatch(point -> point != 0x200C && point != 0x200D
                && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        || point == 0x2028 || point == 0x2029)))
                .isTrue();
        assertThat(DisplayText.line(line)).isEqualTo(line);
        assertThat(DisplayText.isTyped(text, text)).isTrue();
    }

    @Test
    void whatKeepsForeignTextInItselfStaysInASentence() {
        assertThat(DisplayText.sentences("by \u2068חשבון\u2069 and\n\u2068b\u202Ec\u2069"))
                .isEqualTo("by \u2068חשבון\u2069 and\n\u2068b\uFFFDc\u2069");
        assertThat(DisplayText.sentences("by \u2068nobody closes")).isEqualTo("by \uFFFDnobody closes");
        assertThat(DisplayText.sentences("closed \u2069 before \u2068 opened")).doesNotContain("\u2068", "\u2069");
    }
}
