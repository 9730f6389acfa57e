package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.billrunconsole.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudoTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Save note; [Šàvéé ññötéé]", "{0} of {1} shown; [{0} öf {1} šššhööwññ]",
            "{0,choice,1#1 run|1<{0} runs} left; [{0,choice,1#1 run|1<{0} runs} lééft]", "{0}; {0}", "…; …"})
    void wordsAreLongerAndArgumentsStay(String english, String pseudo) {
        assertThat(PseudoTexts.pseudo(english)).isEqualTo(pseudo);
    }

    @Test
    void thePseudoLanguageHasEveryTextAndIsReadAsMessagesAre() {
        var texts = new PseudoTexts();
        assertThat(texts.keySet()).isEqualTo(Messages.texts(Locale.ENGLISH).keySet());
        assertThat(new Messages(texts, Locale.UK).get("shell.status.shown", 12, 40)).startsWith("[12 ").contains("40");
    }
}
