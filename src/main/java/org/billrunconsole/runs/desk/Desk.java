package org.billrunconsole.runs.desk;

import java.util.function.Function;
import org.billrunconsole.domain.Run;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.StallWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.UnansweredWrites;
import org.billrunconsole.runs.write.Writes;

/**
 * Everything the screens need of one connection. It ends with the connection; a new one gets a new desk, so nothing of
 * the old system can be left on the screen.
 *
 * @param store        every run as last read
 * @param catalogue    reads whole lists
 * @param monitor      follows what moves
 * @param names        billing cycles and users
 * @param writes       changes runs
 * @param contextProvider what bears on the runs' actions
 * @param analysis      what is known of runs beyond their fields
 * @param notices      what is worth telling
 * @param activities   what was done and seen
 * @param rate         how much the server is asked
 * @param json         a run in the API's own words, pretty-printed
 */
public record Desk(RunStore store, Catalogue catalogue, LiveMonitor monitor, ReferenceData names, Writes writes,
        ActionContextProvider contextProvider, RunAnalysis analysis, Notices notices, ActivityLog activities,
        RequestRate rate, StallWatch stalls, UnansweredWrites unanswered,
        Function<Run, String> json) {}
