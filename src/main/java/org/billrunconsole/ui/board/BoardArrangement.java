package org.billrunconsole.ui.board;

import java.util.List;
import java.util.Optional;

/**
 * Where the cards of the board stand for the arrow keys: in groups, of each as many as have room, and behind them what
 * leads to the rest.
 *
 * @param groups the groups in order
 */
record BoardArrangement(List<Group> groups) {

    /**
     * The places of one group.
     *
     * @param shown how many cards have a place
     * @param more  whether there are others
     * @param line  how many places stand side by side; 1 in a column
     */
    record Group(int shown, boolean more, int line) {

        int places() {
            return shown + (more ? 1 : 0);
        }
    }

    /** A place: the number of its group, and its number there. */
    record Spot(int group, int place) {}

    /** Where a step leads. */
    enum Step {
        UP, DOWN, LEFT, RIGHT, FIRST, LAST
    }

    static final BoardArrangement NOTHING = new BoardArrangement(List.of());

    BoardArrangement {
        groups = List.copyOf(groups);
    }

    /** The first place there is. */
    Optional<Spot> first() {
        return next(-1, 1).map(group -> new Spot(group, 0));
    }

    /** The nearest place to one that may not be there any more. */
    Optional<Spot> nearest(Spot spot) {
        if (spot.group() < groups.size() && groups.get(spot.group()).places() > 0) {
            return Optional.of(clamped(spot.group(), spot.place()));
        }
        return next(Math.min(spot.group(), groups.size()), -1).or(() -> next(spot.group(), 1))
                .map(group -> clamped(group, spot.place()));
    }

    /**
     * Where a step leads; the place itself where it leads nowhere.
     *
     * @param inRows whether the groups stand below each other, and not side by side
     */
    Spot after(Spot from, Step step, boolean inRows) {
        var group = groups.get(from.group());
        return switch (step) {
            case FIRST -> clamped(from.group(), 0);
            case LAST -> clamped(from.group(), group.places());
            case UP -> inRows ? lineUp(from, group) : clamped(from.group(), from.place() - 1);
            case DOWN -> inRows ? lineDown(from, group) : clamped(from.group(), from.place() + 1);
            case LEFT -> inRows ? clamped(from.group(), from.place() - 1) : beside(from, -1);
            case RIGHT -> inRows ? clamped(from.group(), from.place() + 1) : beside(from, 1);
        };
    }

    private Spot beside(Spot from, int step) {
        return next(from.group(), step).map(group -> clamped(group, from.place())).orElse(from);
    }

    private Spot lineUp(Spot from, Group group) {
        if (from.place() >= group.line()) {
            return new Spot(from.group(), from.place() - group.line());
        }
        return next(from.group(), -1).map(above -> {
            var there = groups.get(above);
            var lastLine = (there.places() - 1) / there.line() * there.line();
            return clamped(above, lastLine + from.place());
        }).orElse(from);
    }

    private Spot lineDown(Spot from, Group group) {
        var line = from.place() / group.line();
        if (line < (group.places() - 1) / group.line()) {
            return clamped(from.group(), from.place() + group.line());
        }
        return next(from.group(), 1).map(below -> clamped(below, from.place() % group.line())).orElse(from);
    }

    private Spot clamped(int group, int place) {
        return new Spot(group, Math.clamp(place, 0, Math.max(0, groups.get(group).places() - 1)));
    }

    /** The next group with a place. */
    private Optional<Integer> next(int from, int step) {
        for (int group = from + step; group >= 0 && group < groups.size(); group += step) {
            if (groups.get(group).places() > 0) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }
}
