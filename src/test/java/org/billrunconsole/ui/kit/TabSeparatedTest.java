package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabSeparatedTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1",
            "\"=1"})
    void noCellIsTakenForAFormula(String cell) {
        assertThat(TabSeparated.cell(cell)).startsWith("'");
    }

    @Test
    void aCellNeverBecomesTwoCellsOrTwoRows() {
        assertThat(TabSeparated.of(List.of(List.of("Run", "What"), List.of("a\tb\nc", "x\u2028y")))).isEqualTo(
                "Run\tWhat\na b c\tx y\n");
    }
}
