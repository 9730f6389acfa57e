package org.billrunconsole;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link EveryViewJourneyTest} in every language, size of text and size of window: {@code mvn verify -Plong}. */
class EveryViewEndurance extends EveryViewJourneyTest {

    @Override
    @ParameterizedTest
    @EnumSource
    void everyWordHasRoomAndEveryControlAName(Speech spoken) throws Exception {
        super.everyWordHasRoomAndEveryControlAName(spoken);
    }

    @Override
    List<Size> sizes(Speech spoken) {
        return spoken == Speech.ENGLISH_IN_HIGH_CONTRAST ? HIGH : SIZES;
    }
}
