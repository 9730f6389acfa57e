package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.runs.FaultyLog.Trouble;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FaultyConnection;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.Kill;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Scratch;
import org.billrunconsole.testkit.Sending;
import org.billrunconsole.testkit.WriteFault;

/**
 * A server, three consoles and everything that can go wrong between them. Two of the consoles share a journal, as two
 * windows on one machine do; the third sits elsewhere. It holds what the write path promises against what the server
 * did.
 */
public final class WritePathWorld implements AutoCloseable {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** One console's seat: a connection, a folder, and the console that sits there at the moment. */
    private final class Seat {

        private final Path folder;
        private final FaultyConnection client;
        private Optional<TestConsole> console = Optional.empty();
        private Optional<FaultyLog> log = Optional.empty();
        private WriteFault fault = WriteFault.NONE;
        private int sendings;

        private Seat(Path folder, String name) {
            this.folder = folder;
            client = server.connect(name);
            client.whileSending(this::sending);
        }

        private TestConsole console() {
            if (console.isEmpty()) {
                var started = new TestConsole(folder, client, time, time, JournalEntries.ORIGIN, this::faulty);
                started.journal().addListener(WritePathWorld.this::written);
                console = Optional.of(started);
                started.unknown().resumeOpen();
            }
            return console.get();
        }

        private WriteAheadLog faulty(WriteAheadLog journal) {
            log = Optional.of(new FaultyLog(journal, folder));
            return log.get();
        }

        private void end() {
            console.ifPresent(ending -> {
                ending.close();
                ends++;
            });
            console = Optional.empty();
            client.forgetFaults();
        }

        /** Whatever leaves has its intent on the disk, and no intent ever leaves twice. */
        private void sending(Sending write) {
            var intents = console().journal()
                    .open()
                    .stream()
                    .map(open -> open.intent().id())
                    .filter(id -> runs.get(id).equals(write.command().run()))
                    .toList();
            assertThat(intents).as("the intent of " + write.command()).hasSize(1);
            assertThat(sent.put(intents.getFirst(), write)).as("an earlier sending of the same intent").isNull();
            sendings++;
            if (fault == WriteFault.REFUSED_BUT_DONE) {
                contradicted.add(intents.getFirst());
            }
        }
    }

    private final Path root = Scratch.folder("write-path");
    private final ManualTime time = new ManualTime();
    private final WorldServer server;
    private final List<Seat> seats;
    private final Map<UUID, RunKey> runs = new HashMap<>();
    private final Map<UUID, Sending> sent = new HashMap<>();
    private final Set<UUID> contradicted = new HashSet<>();
    private final Map<UUID, Integer> changesAtIntent = new HashMap<>();
    private final Map<UUID, Integer> changesAtVerdict = new HashMap<>();
    private final Map<UUID, Boolean> appliedAtVerdict = new HashMap<>();
    private final Map<RunKey, Run> lastLook = new HashMap<>();
    private int performed;
    private int strict;
    private int races;
    private int clockJumps;
    private int ends;

    WritePathWorld(Function<ManualTime, WorldServer> servers) {
        server = servers.apply(time);
        seats = List.of(new Seat(root.resolve("here"), "first"), new Seat(root.resolve("here"), "second"),
                new Seat(root.resolve("elsewhere"), "third"));
    }

    private void written(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.Intent intent -> {
                runs.put(intent.id(), intent.command().run());
                changesAtIntent.putIfAbsent(intent.id(), server.changes(intent.command().run()));
            }
            case JournalEntry.Verdict verdict -> {
                changesAtVerdict.put(verdict.id(), server.changes(verdict.run()));
                appliedAtVerdict.put(verdict.id(), isApplied(verdict.id()));
            }
            case JournalEntry.Outcome _,JournalEntry.Ruling _,JournalEntry.Notice _ -> {
            }
        }
    }

    private boolean isApplied(UUID intent) {
        return Optional.ofNullable(sent.get(intent)).filter(Sending::applied).isPresent();
    }

    /** An operator confirms something, whatever then happens on the way. */
    void perform(int seatNumber, int runNumber, int choice, boolean fromAnOldLook, WriteFault fault,
            List<Trouble> troubles) {
        var key = key(runNumber);
        perform(seatNumber % seats.size(), key, command(key, choice), fromAnOldLook, fault, troubles);
    }

    private void perform(int seatNumber, RunKey key, Command command, boolean fromAnOldLook, WriteFault fault,
            List<Trouble> troubles) {
        var seat = seats.get(seatNumber);
        var console = seat.console();
        var confirmed = fromAnOldLook ? lastLook.getOrDefault(key, server.run(key)) : server.run(key);
        var before = seat.sendings;
        seat.fault = fault;
        seat.client.next(fault);
        seat.log.orElseThrow().next(troubles);
        performed++;
        try {
            var result = Confirmed.perform(console.requests(), console.writes(), command, confirmed, "");
            expectSent(result, seat.sendings - before);
            seat.client.forgetFaults();
            seat.log.orElseThrow().next(List.of());
            if (console.contextProvider().hasRefusals()) {
                // It would do nothing any more.
                seat.end();
            }
        } catch (Kill _) {
            seat.end();
        }
        assertThat(seat.sendings - before).as("sendings of one action").isLessThanOrEqualTo(1);
    }

    /** Another console acts on the same run between the server's answer to a reading and its arrival. */
    void race(int seatNumber, int readingsToComeBefore, int runNumber, int choice, int otherChoice) {
        races++;
        var key = key(runNumber);
        seats.get(seatNumber % 2).client.afterReading(readingsToComeBefore, () -> perform(1 - seatNumber % 2, key,
                command(key, otherChoice), false, WriteFault.NONE, List.of()));
        perform(seatNumber % 2, key, command(key, choice), false, WriteFault.NONE, List.of());
    }

    /** The next readings of a console have nothing in them. */
    void emptyReadings(int seatNumber, int count) {
        seats.get(seatNumber % seats.size()).client.emptyReadings(count);
    }

    /** The computer's clock is set; no time goes by. */
    void setClock(Duration by) {
        clockJumps++;
        time.setClock(by);
    }

    private static void expectSent(WriteResult result, int sendings) {
        switch (result) {
            case WriteResult.Done _,WriteResult.Refused _ -> assertThat(sendings).isEqualTo(1);
            case WriteResult.NotSent _,WriteResult.ChangedMeanwhile _,WriteResult.NotAllowed _,WriteResult.AlreadyUnderWay _,WriteResult.JournalFailed _ ->
                    assertThat(sendings).as(result.toString()).isZero();
            case WriteResult.Unknown _ -> assertThat(sendings).isLessThanOrEqualTo(1);
        }
    }

    /** Another operator, at another console, does something. */
    void another(int runNumber, int choice) {
        server.another(command(key(runNumber), choice));
    }

    /** Somebody looks at a run and confirms later by what they saw. */
    void look(int runNumber) {
        var key = key(runNumber);
        lastLook.put(key, server.run(key));
    }

    /** Time goes by. */
    void advance(Duration by) {
        advance(by, List.of(), 0);
    }

    /** The same with trouble at the lines a console writes meanwhile. */
    void advance(Duration by, List<Trouble> troubles, int seatNumber) {
        var seat = seats.get(seatNumber % seats.size());
        seat.console();
        seat.log.orElseThrow().next(troubles);
        try {
            time.advance(by);
            seat.log.orElseThrow().next(List.of());
        } catch (Kill _) {
            seat.end();
        }
        server.timeHasPassed();
    }

    void outage(int seatNumber, boolean begins) {
        var client = seats.get(seatNumber % seats.size()).client;
        if (begins) {
            client.failReads(FakeClient.noAnswer());
        } else {
            client.healReads();
        }
    }

    void restart(int seatNumber) {
        seats.get(seatNumber % seats.size()).end();
    }

    void checkNow(int seatNumber, int runNumber) {
        seats.get(seatNumber % seats.size()).console().unknown().checkNow(key(runNumber));
    }

    private RunKey key(int number) {
        var keys = server.keys();
        return keys.get(number % keys.size());
    }

    private Command command(RunKey key, int choice) {
        var date = DAY.plusDays(choice % 5);
        var regular = key.kind() == RunKind.REGULAR;
        return switch (choice % 10) {
            case 0 -> new Command.Close(key, Optional.empty(), Optional.empty());
            case 1 -> new Command.Close(key, Optional.of(DAY.plusDays(20 + choice % 3)), Optional.empty());
            case 2, 3 -> regular ? new Command.DraftInvoices(key) : new Command.ChangeNickname(key, "N" + choice);
            case 4, 5 -> new Command.FullInvoices(key);
            case 6 -> new Command.Distribute(key);
            case 7 -> new Command.Reopen(key);
            case 8 -> regular ? new Command.AdjustSchedule(key, choice % 2 == 0 ? 1 : -2)
                    : new Command.Close(key, Optional.of(date), Optional.of("C" + choice));
            default -> server.run(key).invoiceDate().equals(Optional.of(date))
                    ? new Command.ChangeInvoiceDate(key, date.plusDays(40))
                    : new Command.ChangeInvoiceDate(key, date);
        };
    }

    /** Everything heals, all consoles are there, and time goes by until nothing is open. */
    void settle() {
        for (var seat : seats) {
            seat.client.healReads();
            seat.console();
        }
        advance(Duration.ofMinutes(10));
        for (var seat : seats) {
            assertThat(seat.console().journal().open()).as("open intents").isEmpty();
            for (var key : Set.copyOf(runs.values())) {
                assertThat(seat.console().isLocked(key)).as("lock of " + key).isFalse();
            }
        }
    }

    /** Holds the journals against what the server did. */
    void judge() {
        for (var seat : List.of(seats.get(0), seats.get(2))) {
            assertThat(seat.console().journal().verify()).isInstanceOf(Verification.Intact.class);
            var verdicts = new JournalFolder(seat.folder).lines()
                    .stream()
                    .filter(line -> line.path("kind").asText().equals("verdict"))
                    .collect(Collectors.groupingBy(line -> line.path("id").asText(), Collectors.counting()));
            var writes = seat.console().activities();
            for (var write : writes) {
                assertThat(verdicts.get(write.id().toString())).as("verdicts of " + write).isEqualTo(1);
                judge(write);
            }
            assertThat(verdicts).hasSameSizeAs(writes);
        }
    }

    private void judge(Activity.Write write) {
        var id = write.id();
        var finding = write.conclusion().orElseThrow().finding();
        var applied = appliedAtVerdict.get(id);
        var byOthers = changesAtVerdict.get(id) - changesAtIntent.get(id) - (applied ? 1 : 0);
        if (byOthers == 0 || write.command() instanceof Command.AdjustSchedule) {
            // Where another did the same step meanwhile, ours may come later and do no harm.
            assertThat(isApplied(id)).as("applied only after the verdict: " + write).isEqualTo(applied);
        }
        if (byOthers == 0) {
            strict++;
            // What was refused and done all the same cannot be told from what a colleague did.
            var known = applied ? contradicted.contains(id) ? Finding.CANNOT_BE_TOLD : Finding.APPLIED
                    : Finding.NOT_APPLIED;
            assertThat(finding).as(write.toString()).isIn(known,
                    lostTheRefusal(write, applied) ? Finding.APPLIED : known);
        }
    }

    /** A console that was killed before it wrote the refusal down knows only what the run shows. */
    private boolean lostTheRefusal(Activity.Write write, boolean applied) {
        return applied && contradicted.contains(write.id()) && write.answer().isEmpty();
    }

    /** How many actions operators have tried. */
    int performed() {
        return performed;
    }

    /** How many verdicts nobody else's change left any choice in. */
    int strict() {
        return strict;
    }

    int writes() {
        return changesAtIntent.size();
    }

    /** How often two consoles acted on one run at a time. */
    int races() {
        return races;
    }

    /** How often the computer's clock was set. */
    int clockJumps() {
        return clockJumps;
    }

    /** How often a console ended or was killed. */
    int ends() {
        return ends;
    }

    @Override
    public void close() {
        seats.forEach(Seat::end);
        server.close();
        Scratch.delete(root);
    }
}
