package org.billrunconsole.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.desk.Desk;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.Notices;
import org.billrunconsole.runs.monitor.StallRule;
import org.billrunconsole.runs.monitor.StallWatch;
import org.billrunconsole.runs.monitor.TickPolicy;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.UnansweredWrites;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;

/** Desks for tests of the screens. */
public final class Desks {

    private Desks() {}

    /** A desk on a stand-in server, whose writes are answered by a test. */
    public static Desk of(BillRunApi api, ManualTime time, Writes writes) {
        var store = new RunStore();
        var monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
        var contextProvider = new ActionContextProvider(false, true);
        var names = new ReferenceData(api, Optional.empty());
        var historyRecorder = new RunHistoryRecorder(time, _ -> false);
        var stalls = new StallWatch(store, historyRecorder, new StallRule(() -> StallRule.DEFAULT_LIMIT));
        var notices = new Notices(store, historyRecorder, time);
        store.addListener(historyRecorder::onChange);
        historyRecorder.addListener(notices::onChange);
        stalls.addListener(notices::onChange);
        monitor.addListener(historyRecorder::onChange);
        monitor.addListener(stalls::onChange);
        monitor.addListener(_ -> contextProvider.changed());
        stalls.addListener(_ -> contextProvider.changed());
        contextProvider.readFreshnessFrom(monitor::freshness);
        var activities = new ActivityLog(Journal.open(folder(), time),
                () -> new Origin("billing.ops", "Practice", "127.0.0.1"));
        var unanswered = new UnansweredWrites();
        return new Desk(store, new Catalogue(api, store), monitor, names, writes, contextProvider,
                new RunAnalysis(store, historyRecorder, names, stalls::of, unanswered::isOpen,
                        new Checks(() -> CheckThresholds.DEFAULT), time, ZoneOffset.UTC),
                notices, activities, new RequestRate(time), stalls, unanswered, HttpApi::json);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "desk");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes that show what they would send and refuse to send it. */
    public static Writes unexpected(BillRunApi api) {
        return new Writes() {
            @Override
            public WireRequest request(Command command, Run before) {
                return api.request(command, before);
            }

            @Override
            public WriteResult perform(ConfirmedWrite write) {
                throw new AssertionError("Nothing was to be sent: " + write.command());
            }
        };
    }
}
