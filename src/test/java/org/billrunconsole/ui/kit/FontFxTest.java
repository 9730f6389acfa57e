package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's font: digits of one width, and nothing else that is as wide. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class FontFxTest {

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
    }

    private static double width(String text, FontWeight weight) {
        var shown = new Text(text);
        shown.setFont(Font.font("Inter Tabular", weight, 100));
        return shown.getLayoutBounds().getWidth();
    }

    @Test
    void aHyphenInANameLeavesNoGapBehindIt() {
        for (var weight : new FontWeight[]{FontWeight.NORMAL, FontWeight.SEMI_BOLD}) {
            assertThat(width("0", weight)).isEqualTo(width("1", weight));
            assertThat(width("AH-000730", weight) - width("AH000730", weight)).as(weight.toString())
                    .isLessThan(width("0", weight) * 0.75)
                    .isGreaterThan(width("0", weight) * 0.25);
        }
    }
}
