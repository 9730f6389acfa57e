package org.billrunconsole.ui.kit.look;

import java.util.OptionalDouble;
import org.billrunconsole.ui.kit.Tone;

/**
 * How a stage's progress is shown: text, percentage, bar and colour, always changed together.
 *
 * @param text       the stage in words
 * @param figure     the percentage in words; empty where none is known
 * @param fraction   how full the bar is, 0 to 1; empty where the server does not say
 * @param bar        whether there is a bar at all
 * @param tone       meaning
 * @param accessible all of it in one sentence for a screen reader
 */
public record ProgressLook(String text, String figure, OptionalDouble fraction, boolean bar, Tone tone,
        String accessible) {

    public static final ProgressLook NOTHING = new ProgressLook("", "", OptionalDouble.empty(), false, Tone.NEUTRAL,
            "");

    /** The same with other words and no figure. */
    public ProgressLook withText(String words) {
        return new ProgressLook(words, figure, fraction, bar, tone, words);
    }
}
