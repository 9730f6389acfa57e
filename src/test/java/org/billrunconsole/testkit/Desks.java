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
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Origin;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.ActivityBook;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.CheckThresholds;
import org.billrunconsole.runs.Checks;
import org.billrunconsole.runs.Chronicle;
import org.billrunconsole.runs.Desk;
import org.billrunconsole.runs.Insight;
import org.billrunconsole.runs.LiveMonitor;
import org.billrunconsole.runs.Names;
import org.billrunconsole.runs.Notices;
import org.billrunconsole.runs.RequestRate;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.StallWatch;
import org.billrunconsole.runs.Stalls;
import org.billrunconsole.runs.Surroundings;
import org.billrunconsole.runs.TickPolicy;
import org.billrunconsole.runs.UnansweredWrites;
import org.billrunconsole.runs.WriteResult;
import org.billrunconsole.runs.Writes;

/** Desks for tests of the screens. */
public final class Desks {

    private Desks() {}

    /** A desk on a stand-in server, whose writes are answered by a test. */
    public static Desk of(BillRunApi api, ManualTime time, Writes writes) {
        var store = new RunStore();
        var monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
        var surroundings = new Surroundings(false, true);
        var names = new Names(api, Optional.empty());
        var chronicle = new Chronicle(time, _ -> false);
        var stalls = new StallWatch(store, chronicle, new Stalls(() -> Stalls.DEFAULT_LIMIT));
        var notices = new Notices(store, chronicle, time);
        store.addListener(chronicle::heed);
        chronicle.addListener(notices::heed);
        stalls.addListener(notices::heed);
        monitor.addListener(chronicle::heed);
        monitor.addListener(stalls::heed);
        monitor.addListener(_ -> surroundings.changed());
        stalls.addListener(_ -> surroundings.changed());
        surroundings.heedFreshness(monitor::freshness);
        var activities = new ActivityBook(Journal.open(folder(), time),
                () -> new Origin("billing.ops", "Practice", "127.0.0.1"));
        return new Desk(store, new Catalogue(api, store), monitor, names, writes, surroundings,
                new Insight(store, chronicle, stalls, names, new UnansweredWrites(),
                        new Checks(() -> CheckThresholds.DEFAULT), time,
                        ZoneOffset.UTC),
                notices, activities, new RequestRate(time), HttpApi::json);
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
            public WireRequest preview(Command command, Run before) {
                return api.preview(command, before);
            }

            @Override
            public WriteResult perform(Command command, Run confirmed, String reason) {
                throw new AssertionError("Nothing was to be sent: " + command);
            }
        };
    }
}
