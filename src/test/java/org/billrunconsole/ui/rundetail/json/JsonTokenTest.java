package org.billrunconsole.ui.rundetail.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTokenTest {

    private static String kinds(String line) {
        var text = new StringBuilder();
        JsonToken.of(line)
                .stream()
                .filter(token -> !line.substring(token.from(), token.to()).isBlank())
                .forEach(token -> text.append(token.kind()).append('<').append(line, token.from(), token.to()).append(
                        '>'));
        return text.toString();
    }

    @Test
    void aNameIsToldFromAString() {
        assertThat(kinds("  \"nickname\" : \"a : b\",")).isEqualTo(
                "NAME<\"nickname\">PUNCTUATION< : >STRING<\"a : b\">PUNCTUATION<,>");
    }

    @ParameterizedTest
    @CsvSource({"-12.5e+3,NUMBER<-12.5e+3>", "true,LITERAL<true>", "null,LITERAL<null>", "{,PUNCTUATION<{>"})
    void valuesAreToldApart(String line, String kinds) {
        assertThat(kinds(line)).isEqualTo(kinds);
    }

    @Test
    void aQuoteInAStringDoesNotEndIt() {
        assertThat(kinds("\"say \\\"no\\\\\"")).isEqualTo("STRING<\"say \\\"no\\\\\">");
        assertThat(kinds("\"cut off …")).isEqualTo("STRING<\"cut off …>");
        assertThat(kinds("\"cut off\\")).isEqualTo("STRING<\"cut off\\>");
    }

    @Property(tries = 500)
    void thePiecesOfAnyLineAreTheLine(@ForAll String line) {
        var whole = new StringBuilder();
        JsonToken.of(line).forEach(token -> {
            assertThat(token.to()).isGreaterThan(token.from());
            whole.append(line, token.from(), token.to());
        });
        assertThat(whole).hasToString(line);
    }
}
