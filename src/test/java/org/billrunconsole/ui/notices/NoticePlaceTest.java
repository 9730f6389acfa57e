package org.billrunconsole.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticePlaceTest {

    @Test
    void noticesStandAtTheLeftWhereTheStageColumnIsFurtherRight() {
        assertThat(NoticePlace.left(648, 804, 984)).isZero();
    }

    @Test
    void noticesStandBesideAStageColumnThatHasBeenMovedToTheLeft() {
        assertThat(NoticePlace.left(164, 320, 984)).isEqualTo(320);
    }

    @Test
    void aHiddenStageColumnTakesNoRoom() {
        assertThat(NoticePlace.left(0, 0, 984)).isZero();
    }
}
