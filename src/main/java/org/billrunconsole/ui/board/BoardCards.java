package org.billrunconsole.ui.board;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.RunStore;

/**
 * The cards of one month, kept up to date by what has changed. Away from the window's thread, by one thread after the
 * other.
 */
final class BoardCards {

    /** The sign for any currency, as beside a single amount whose currency is not known. */
    private static final String UNKNOWN_CURRENCY = "\u00a4";

    private final RunStore store;
    private final BoardJudge judge;
    private final Messages messages;
    private final Formats formats;
    private final Map<RunKey, BoardCard> cards = new HashMap<>();
    private Optional<Board> last = Optional.empty();

    BoardCards(RunStore store, BoardJudge judge, Messages messages, Formats formats) {
        this.store = store;
        this.judge = judge;
        this.messages = messages;
        this.formats = formats;
    }

    /** The month in which a run's period ends, or begins where no end is known; empty where neither is. */
    static Optional<YearMonth> monthOf(BillRun run) {
        return run.periodEnd().or(run::periodStart).map(YearMonth::from);
    }

    /** The board of a month, from every run that there is. */
    Board of(YearMonth month) {
        cards.clear();
        var nearest = Optional.<YearMonth>empty();
        for (var run : store.all(RunKind.REGULAR)) {
            var own = monthOf((BillRun) run);
            if (own.filter(month::equals).isPresent()) {
                cards.put(run.key(), judge.card((BillRun) run));
            } else if (cards.isEmpty()) {
                nearest = nearer(month, nearest, own);
            }
        }
        return board(month, cards.isEmpty() ? nearest : Optional.empty());
    }

    /**
     * The board after some runs have changed; the same object where that changes nothing of it.
     *
     * @param changed runs that have come, gone or changed
     * @param again   whether all runs of the month may be looked at otherwise now
     */
    Board after(YearMonth month, Set<RunKey> changed, boolean again) {
        if (last.filter(board -> board.month().equals(month) && board.runs() > 0).isEmpty()) {
            return of(month);
        }
        var any = false;
        for (var key : changed) {
            var now = store.find(key)
                    .map(BillRun.class::cast)
                    .filter(run -> monthOf(run).filter(month::equals).isPresent())
                    .map(judge::card);
            var before = Optional.ofNullable(now.isPresent() ? cards.put(key, now.get()) : cards.remove(key));
            any |= !before.equals(now);
        }
        if (again) {
            for (var entry : cards.entrySet()) {
                var now = judge.card(entry.getValue().run());
                any |= !now.equals(entry.setValue(now));
            }
        }
        if (cards.isEmpty()) {
            return of(month);
        }
        return any ? board(month, Optional.empty()) : last.orElseThrow();
    }

    private static Optional<YearMonth> nearer(YearMonth month, Optional<YearMonth> one, Optional<YearMonth> other) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong((YearMonth each) -> Math.abs(ChronoUnit.MONTHS.between(month, each)))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private Board board(YearMonth month, Optional<YearMonth> nearest) {
        var sorted = cards.values().stream().sorted(BoardCard.ORDER).toList();
        var stages = new EnumMap<BoardStage, List<BoardCard>>(BoardStage.class);
        var cycles = new HashMap<OptionalLong, List<BoardCard>>();
        for (var card : sorted) {
            stages.computeIfAbsent(card.stage(), _ -> new ArrayList<>()).add(card);
            cycles.computeIfAbsent(card.run().billingCycleId(), _ -> new ArrayList<>()).add(card);
        }
        var board = new Board(month, columns(month, stages), rows(month, cycles), sorted.size(), money(sorted),
                count(sorted, Standing.WAITS), count(sorted, Standing.LATE), count(sorted, Standing.UNKNOWN),
                shares(stages), nearest);
        last = Optional.of(board);
        return board;
    }

    private List<BoardGroup> columns(YearMonth month, Map<BoardStage, List<BoardCard>> stages) {
        return Stream.of(BoardStage.values())
                .filter(stage -> stage != BoardStage.UNCLEAR || stages.containsKey(stage))
                .map(stage -> {
                    var here = stages.getOrDefault(stage, List.of());
                    return new BoardGroup(MonthRuns.of(month, stage), judge.title(stage),
                            formats.number(here.size()), here);
                })
                .toList();
    }

    private List<BoardGroup> rows(YearMonth month, Map<OptionalLong, List<BoardCard>> cycles) {
        return cycles.entrySet()
                .stream()
                .map(entry -> new BoardGroup(MonthRuns.of(month, entry.getKey()), cycle(entry),
                        Stream.concat(Stream.of(messages.get("board.runs", entry.getValue().size())),
                                money(entry.getValue()).stream()).collect(Collectors.joining(" · ")),
                        entry.getValue()))
                .sorted(Comparator.comparing(BoardGroup::title)
                        .thenComparingLong(group -> group.runs().cycle().orElse(0)))
                .toList();
    }

    private String cycle(Map.Entry<OptionalLong, List<BoardCard>> entry) {
        return entry.getValue()
                .getFirst()
                .cycle()
                .orElseGet(() -> entry.getKey().isPresent()
                        ? messages.get("board.cycle.number", Long.toString(entry.getKey().getAsLong()))
                        : messages.get("board.cycle.none"));
    }

    /** What runs bill together, each currency by itself; what is in a currency that nobody knows comes last. */
    private List<String> money(Collection<BoardCard> some) {
        var currencies = some.stream().collect(Collectors.toMap(BoardCard::key, BoardCard::currency));
        return MoneyTotals.of(some.stream().<Run>map(BoardCard::run).toList(), run -> currencies.get(run.key()))
                .sums()
                .stream()
                .map(sum -> formats.money(sum.amount(), sum.currency().or(() -> Optional.of(UNKNOWN_CURRENCY))))
                .toList();
    }

    private static int count(List<BoardCard> cards, Standing standing) {
        return (int) cards.stream().filter(card -> card.standing() == standing).count();
    }

    private static List<Board.Share> shares(Map<BoardStage, List<BoardCard>> stages) {
        return Stream.of(BoardStage.values())
                .flatMap(stage -> Stream.of(Standing.values())
                        .map(standing -> new Board.Share(stage, standing,
                                count(stages.getOrDefault(stage, List.of()), standing))))
                .filter(share -> share.runs() > 0)
                .toList();
    }
}
