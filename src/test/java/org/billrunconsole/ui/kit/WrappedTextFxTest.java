package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class WrappedTextFxTest {

    private Label label;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        label = WrappedText.in(new Label());
        var scene = new Scene(new Pane(label));
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"فاتورة نوفمبر ٢٠٢٦ للشركات والأعمال الكبيرة في الشمال",
            "חשבונית נובמבר 2026 (Business) לכל הסניפים בצפון ובמרכז",
            "Bill run \u2068فاتورة نوفمبر للشركات والأعمال الكبيرة\u2069 was closed by \u2068חשבונית נובמבר לכל\u2069 now",
            "فاتورةنوفمبرللشركاتوالأعمالالكبيرةفيالشمال"})
    void textFromRightToLeftIsWrappedAtAnyWidth(String text, FxRobot robot) {
        robot.interact(() -> {
            label.setText(text);
            var heights = new ArrayList<Double>();
            for (int width = 160; width < 520; width += 3) {
                label.resize(width, label.prefHeight(width));
                label.layout();
                heights.add(label.getHeight());
            }
            assertThat(heights.getFirst()).as("several lines").isGreaterThan(heights.getLast());
        });
        assertThat(label.getText().replaceAll("[\u2067\u2069\u200E]", "")).isEqualTo(text.replace("\u2069", ""));
    }

    @Test
    void textFromLeftToRightIsLeftAsItIs(FxRobot robot) {
        robot.interact(() -> label.setText("Nov 2026 Business, 1 – 30 Nov 2026"));
        assertThat(label.getText()).isEqualTo("Nov 2026 Business, 1 – 30 Nov 2026");
    }
}
