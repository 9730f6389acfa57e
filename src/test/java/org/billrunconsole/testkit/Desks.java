package org.billrunconsole.testkit;

import java.util.Random;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.Desk;
import org.billrunconsole.runs.LiveMonitor;
import org.billrunconsole.runs.Names;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.Surroundings;
import org.billrunconsole.runs.TickPolicy;
import org.billrunconsole.runs.WriteResult;
import org.billrunconsole.runs.Writes;

/** Desks for tests of the screens. */
public final class Desks {

    private Desks() {}

    /** A desk on a stand-in server, whose writes are answered by a test. */
    public static Desk of(BillRunApi api, ManualTime time, Writes writes) {
        var store = new RunStore();
        var monitor = new LiveMonitor(api, store, time, time, TickPolicy.DEFAULT, new Random(1));
        var surroundings = new Surroundings(false, true);
        monitor.addListener(surroundings::heed);
        surroundings.heed(monitor.freshness());
        return new Desk(store, new Catalogue(api, store), monitor, new Names(api), writes, surroundings,
                HttpApi::json);
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
