package org.billrunconsole.ui.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ButtonLettersTest {

    @Test
    void aButtonHasTheFirstLetterThatIsFreeThoseAtTheBeginningOfAWordFirst() {
        assertThat(ButtonLetters.free("Close and report", List.of())).contains('C');
        assertThat(ButtonLetters.free("Close and report", List.of('C'))).contains('A');
        assertThat(ButtonLetters.free("Close and report", List.of('C', 'A', 'R'))).contains('L');
        assertThat(ButtonLetters.free("OK", List.of('O', 'K'))).isEmpty();
    }

    @Test
    void aNameInQuotesALetterThatNotEveryKeyboardHasAndADigitAreNone() {
        assertThat(ButtonLetters.free("„Ost_Süd“ öffnen", List.of())).contains('F');
        assertThat(ButtonLetters.free("“Nov 2026” - distribute", List.of())).contains('D');
        assertThat(ButtonLetters.free("7", List.of())).isEmpty();
        assertThat(ButtonLetters.free("«»", List.of())).isEmpty();
    }

    @Test
    void itsPlaceIsWhereTheWordBegins() {
        assertThat(ButtonLetters.place("Draft the report", 'R')).isEqualTo(OptionalInt.of(10));
        assertThat(ButtonLetters.place("“Report” later", 'R')).isEqualTo(OptionalInt.of(13));
        assertThat(ButtonLetters.place("Later", 'X')).isEmpty();
    }
}
