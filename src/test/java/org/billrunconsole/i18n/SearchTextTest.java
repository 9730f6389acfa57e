package org.billrunconsole.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.billrunconsole.i18n.SearchText.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({"Café,cafe", "cafe,CAFÉ", "Straße,STRASSE", "STRASSE,straße", "Ångström,angstrom", "Łódź,lodz",
            "Æther,aether", "İstanbul,istanbul", "ısı,ISI", "ISI,ısı", "ΣΊΣΥΦΟΣ,σισυφος", "ﬁnance,FINANCE",
            "２０２６,2026", "ẞ,ss", "Ærø,aero", "Nova̋k,novak"})
    void whatDiffersInCaseOrAccentsOnlyIsAlike(String one, String other) {
        assertThat(SearchText.folded(one)).isEqualTo(SearchText.folded(other));
    }

    @ParameterizedTest
    @CsvSource({"tr", "az", "lt", "en", "ja"})
    void theLocaleMakesNoDifference(String language) {
        Locale.setDefault(Locale.of(language));

        assertThat(SearchText.words("INVOICE Ìi")).containsExactly("invoice", "ii");
    }

    @Test
    void vowelsThatAreWrittenAsMarksStay() {
        assertThat(SearchText.folded("दिल्ली")).isNotEqualTo(SearchText.folded("दल"));
    }

    @Test
    void lettersAreMarkedAsTheyAreShownThoughTheyAreSearchedAsMoreOrFewer() {
        assertThat(marked("Große Straße", "strasse")).isEqualTo("Große [Straße]");
        assertThat(marked("Stra\u00DFe", "s")).isEqualTo("[S]tra[\u00DF]e");
        assertThat(marked("Cafe\u0301 Ole", "cafe")).isEqualTo("[Cafe\u0301] Ole");
        assertThat(marked("No\u200Dv 2026", "nov")).isEqualTo("[No\u200Dv] 2026");
        assertThat(marked("\uD835\uDC00bc", "ab")).isEqualTo("[\uD835\uDC00b]c");
    }

    @Test
    void wordsAreMarkedWhereverTheyStandAndOnceWhereTheyMeet() {
        assertThat(SearchText.found("anan", List.of("ana", "nan"))).containsExactly(new Span(0, 4));
        assertThat(marked("Nov 2026 Nov", "2026 nov")).isEqualTo("[Nov] [2026] [Nov]");
        assertThat(SearchText.found("Nov", List.of("dec"))).isEmpty();
        assertThat(SearchText.found("", List.of("dec"))).isEmpty();
    }

    @Property(tries = 300)
    void whatIsFoldedStaysAsItIs(@ForAll String text) {
        assertThat(SearchText.folded(SearchText.folded(text))).isEqualTo(SearchText.folded(text));
    }

    @Property(tries = 300)
    void marksAreWithinTheTextAndApart(@ForAll String text, @ForAll String typed) {
        var end = -1;
        for (var span : SearchText.found(text, SearchText.words(typed))) {
            assertThat(span.start()).isGreaterThan(end);
            assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
            end = span.end();
        }
    }

    @Property(tries = 300)
    void aWordIsMarkedWhereverItIsFound(@ForAll String text) {
        var words = SearchText.words(text);
        assertThat(SearchText.found(text, words).isEmpty()).isEqualTo(words.isEmpty());
    }

    private static String marked(String text, String typed) {
        var marked = new StringBuilder(text);
        SearchText.found(text, SearchText.words(typed)).reversed().forEach(
                span -> marked.insert(span.end(), ']').insert(span.start(), '['));
        return marked.toString();
    }
}
