package org.billrunconsole.runs;

import java.util.function.Function;
import org.billrunconsole.domain.Run;

/**
 * Everything the screens need of one connection. It ends with the connection; a new one gets a new desk, so nothing of
 * the old system can be left on the screen.
 *
 * @param store        every run as last read
 * @param catalogue    reads whole lists
 * @param monitor      follows what moves
 * @param names        billing cycles and users
 * @param writes       changes runs
 * @param surroundings what bears on the runs' actions
 * @param insight      what is known of runs beyond their fields
 * @param notices      what is worth telling
 * @param activities   what was done and seen
 * @param rate         how much the server is asked
 * @param json         a run in the API's own words, pretty-printed
 */
public record Desk(RunStore store, Catalogue catalogue, LiveMonitor monitor, Names names, Writes writes,
        Surroundings surroundings, Insight insight, Notices notices, ActivityBook activities, RequestRate rate,
        Function<Run, String> json) {}
