package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Three things of 100 pixels, of which two can be folded to 40, a growing gap and one of 100 to 300, 10 apart. */
class FoldingBarTest {

    private final Region first = fixed(100);
    private final Region second = fixed(100);
    private final Region third = fixed(100);
    private final Region gap = new Region();
    private final Region search = fixed(100);
    private final FoldingBar bar = new FoldingBar();
    private final VBox window = new VBox(bar);

    FoldingBarTest() {
        search.setPrefWidth(300);
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.setSpacing(10);
        bar.getChildren().setAll(search, first, second, gap, third);
        bar.setFolds(List.of(fold(third), fold(first)));
    }

    @Test
    void withRoomNothingIsFoldedAndTheGapTakesWhatIsLeft() {
        lay(700);
        assertThat(search.getWidth()).isEqualTo(300);
        assertThat(first.getWidth()).isEqualTo(100);
        assertThat(third.getLayoutX()).isEqualTo(600);
    }

    @Test
    void whatCanGrowShrinksBeforeAnythingIsFolded() {
        lay(450);
        assertThat(search.getWidth()).isEqualTo(110);
        assertThat(List.of(first.getWidth(), third.getWidth())).containsOnly(100.0);
    }

    @Test
    void oneThingAfterTheOtherIsFoldedInTheGivenOrder() {
        lay(439);
        assertThat(List.of(first.getWidth(), third.getWidth())).containsExactly(100.0, 40.0);
        lay(379);
        assertThat(List.of(first.getWidth(), third.getWidth())).containsExactly(40.0, 40.0);
        lay(440);
        assertThat(List.of(first.getWidth(), third.getWidth())).containsExactly(100.0, 100.0);
    }

    @Test
    void whatDoesNotFitFoldedEitherGoesOnInASecondRow() {
        lay(440);
        assertThat(bar.getHeight()).isEqualTo(30);
        lay(250);
        assertThat(bar.getHeight()).isEqualTo(30 + 10 + 30);
        assertThat(search.getLayoutY()).isZero();
        assertThat(third.getLayoutY()).isEqualTo(40);
        assertThat(bar.minWidth(-1)).isEqualTo(100);
        bar.getChildren().forEach(each -> assertThat(each.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(250));
    }

    @Test
    void wordsThatChangeTheirLengthALittleDoNotFoldAndUnfoldWhatStandsBesideThem() {
        lay(440);
        resize(second, 110);
        assertThat(third.getWidth()).isEqualTo(40);
        resize(second, 100);
        assertThat(third.getWidth()).as("still folded").isEqualTo(40);
        resize(second, 50);
        assertThat(third.getWidth()).as("with plenty of room").isEqualTo(100);
    }

    private void lay(double width) {
        window.resize(width, 400);
        window.layout();
    }

    private void resize(Region part, double width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
        window.layout();
    }

    private static Consumer<Boolean> fold(Region part) {
        return fold -> {
            var width = fold ? 40 : 100;
            part.setMinWidth(width);
            part.setPrefWidth(width);
        };
    }

    private static Region fixed(double width) {
        var part = new Region();
        part.setMinSize(width, 30);
        part.setPrefSize(width, 30);
        return part;
    }
}
