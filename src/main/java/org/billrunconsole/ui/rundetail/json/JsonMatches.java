package org.billrunconsole.ui.rundetail.json;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.ui.rundetail.json.JsonText.Match;

/**
 * What a search has found, and where one stands in it.
 *
 * @param searched  the text; empty if nothing is searched
 * @param all       from top to bottom
 * @param currentAt the place of the one that is looked at; 0 if there is none
 */
record JsonMatches(String searched, List<Match> all, int currentAt) {

    static final JsonMatches NONE = new JsonMatches("", List.of(), 0);

    JsonMatches {
        all = List.copyOf(all);
    }

    /** The one that is looked at. */
    Optional<Match> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(currentAt));
    }

    /** One further, from the last on to the first. */
    JsonMatches moved(int by) {
        return all.isEmpty() ? this : new JsonMatches(searched, all, Math.floorMod(currentAt + by, all.size()));
    }

    /** Those of another search, looked at from where one stands in these. */
    JsonMatches followedBy(String text, List<Match> found) {
        var from = current().map(now -> Collections.binarySearch(found, now)).orElse(0);
        var at = from < 0 ? -from - 1 : from;
        return new JsonMatches(text, found, at < found.size() ? at : 0);
    }

    /** Those in a line. */
    List<Match> in(int line) {
        return all.subList(firstFrom(line), firstFrom(line + 1));
    }

    private int firstFrom(int line) {
        var at = Collections.binarySearch(all, new Match(line, 0, 0));
        return at < 0 ? -at - 1 : at;
    }
}
