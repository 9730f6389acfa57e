package org.billrunconsole.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.board.BoardArrangement.Spot;
import org.billrunconsole.ui.board.BoardArrangement.Step;

/**
 * Draws the groups of a board with their cards: as columns, each with as many cards as have room, or as rows. Only the
 * cards that can be seen exist. A card stays the same node wherever its run goes, so the keyboard stays on it.
 */
public final class BoardPane extends Region {

    private static final double GAP = 8;
    private static final double NARROWEST_COLUMN = 114;
    private static final double PADDING = 6;
    private static final double ROW_HEAD = 196;
    private static final double CARD_WIDTH = 196;
    private static final double LOWEST_COLUMN = 220;
    /** What is through needs no look: the latest few of it. */
    private static final int FINISHED_SHOWN = 4;
    /** A cycle of days has a month full of runs; the other cycles are to be seen as well. */
    private static final int LINES = 4;

    private final Map<MonthRuns, GroupFrame> frames = new HashMap<>();
    private final Map<RunKey, BoardCardView> cards = new HashMap<>();
    private final BoardCardView measure = BoardCardView.sample();
    private List<BoardGroup> groups = List.of();
    private BoardArrangement arrangement = BoardArrangement.NOTHING;
    private boolean inRows;
    private boolean whole;
    private boolean keyboardWanted;
    private double top;
    private double seen;
    private Optional<Spot> current = Optional.empty();
    private Optional<RunKey> currentRun = Optional.empty();
    private Consumer<RunKey> open = _ -> {};
    private Consumer<MonthRuns> openMore = _ -> {};
    private BiConsumer<Double, Double> reveal = (_, _) -> {};
    private IntFunction<String> moreWords = Integer::toString;

    public BoardPane() {
        getStyleClass().add("board-pane");
        measure.setVisible(false);
        getChildren().add(measure);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    // ---- What it shows

    /** @param rows whether the groups stand below each other */
    void show(List<BoardGroup> now, boolean rows) {
        if (rows != inRows) {
            current = Optional.empty();
        }
        groups = now;
        inRows = rows;
        requestLayout();
    }

    /**
     * What is seen of it where it is larger than the window.
     *
     * @param from   how far from its upper edge
     * @param height how much
     */
    void setSeen(double from, double height) {
        if (from != top || height != seen) {
            top = from;
            seen = height;
            requestLayout();
        }
    }

    /** Draws all of it, whatever is seen, while a picture is taken. */
    void setWhole(boolean now) {
        whole = now;
        requestLayout();
    }

    /** Says what is done when a card is opened. */
    void onOpen(Consumer<RunKey> action) {
        open = action;
    }

    /**
     * Says what is done for the runs that have no room.
     *
     * @param words what leads to so many of them is called
     */
    void onMore(IntFunction<String> words, Consumer<MonthRuns> action) {
        moreWords = words;
        openMore = action;
    }

    /** Says what brings a part of it into sight: given its upper edge and its height. */
    void onReveal(BiConsumer<Double, Double> action) {
        reveal = action;
    }

    /** Puts the keyboard on the card that had it last, or on the first. */
    void focusCard() {
        layout();
        var spot = current.flatMap(arrangement::nearest).or(arrangement::first);
        spot.ifPresent(this::focus);
        // A pane that has just come into the window has no room yet.
        keyboardWanted = spot.isEmpty();
    }

    // ---- Size

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return inRows
                ? ROW_HEAD + CARD_WIDTH + 3 * PADDING
                : groups.size() * NARROWEST_COLUMN + Math.max(0, groups.size() - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        if (!inRows) {
            return LOWEST_COLUMN;
        }
        var height = 0.0;
        for (var group : groups) {
            height += rowHeight(group, width) + GAP;
        }
        return Math.max(0, height - GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    // ---- Layout

    @Override
    protected void layoutChildren() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        var placed = new HashSet<Node>();
        placed.add(measure);
        arrangement = new BoardArrangement(inRows ? places() : columns(placed));
        var kept = currentPlace();
        if (inRows) {
            rows(placed, kept.map(Spot::group));
        }
        kept.ifPresent(spot -> node(spot).ifPresent(placed::add));
        keepKeyboard(placed, kept);
        frames.values().removeIf(frame -> !placed.contains(frame.box));
        cards.values().removeIf(card -> !placed.contains(card));
        getChildren().removeIf(child -> !placed.contains(child));
        current = kept.or(arrangement::first);
        var entry = current.flatMap(this::node);
        if (keyboardWanted && entry.isPresent()) {
            keyboardWanted = false;
            entry.get().requestFocus();
        }
        cards.values().forEach(card -> card.setFocusTraversable(entry.filter(card::equals).isPresent()));
        frames.values().forEach(frame -> frame.more.setFocusTraversable(entry.filter(frame.more::equals)
                .isPresent()));
    }

    /** The place of the run that the keyboard was on, wherever it has gone; else the nearest to where it was. */
    private Optional<Spot> currentPlace() {
        if (current.isEmpty()) {
            return Optional.empty();
        }
        return currentRun.flatMap(this::placeOf)
                .map(spot -> new Spot(spot.group(), Math.min(spot.place(),
                        arrangement.groups().get(spot.group()).places() - 1)))
                .or(() -> arrangement.nearest(current.get()));
    }

    private Optional<Spot> placeOf(RunKey run) {
        for (int i = 0; i < groups.size(); i++) {
            var all = groups.get(i).cards();
            for (int place = 0; place < all.size(); place++) {
                if (all.get(place).key().equals(run)) {
                    return Optional.of(new Spot(i, place));
                }
            }
        }
        return Optional.empty();
    }

    /** Before the node that has the keyboard goes, its successor gets it. */
    private void keepKeyboard(Set<Node> placed, Optional<Spot> successor) {
        var leaving = getChildren().stream().filter(Node::isFocused).filter(node -> !placed.contains(node)).findAny();
        leaving.ifPresent(_ -> successor.flatMap(this::node).ifPresent(Node::requestFocus));
    }

    private List<BoardArrangement.Group> columns(Set<Node> placed) {
        var places = new ArrayList<BoardArrangement.Group>();
        var count = Math.max(1, groups.size());
        var width = (getWidth() - GAP * (count - 1)) / count;
        for (int i = 0; i < groups.size(); i++) {
            var left = snapPositionX(i * (width + GAP));
            places.add(column(groups.get(i), left, snapPositionX(left + width) - left, placed));
        }
        return places;
    }

    private BoardArrangement.Group column(BoardGroup group, double left, double width, Set<Node> placed) {
        var frame = frame(group, placed);
        frame.box.resizeRelocate(left, 0, width, getHeight());
        var inner = width - 2 * PADDING;
        var noteWidth = frame.note.prefWidth(-1);
        var head = Math.max(frame.title.prefHeight(inner - noteWidth - GAP), frame.note.prefHeight(noteWidth));
        frame.title.resizeRelocate(left + PADDING, PADDING, inner - noteWidth - GAP, head);
        frame.note.resizeRelocate(left + width - PADDING - noteWidth, PADDING, noteWidth, head);
        var y = snapPositionY(PADDING + head + GAP);
        var bottom = getHeight() - PADDING;
        var moreHeight = snapSizeY(frame.more.prefHeight(-1));
        var most = group.runs().stage().filter(stage -> stage == BoardStage.FINISHED).isPresent()
                ? FINISHED_SHOWN
                : Integer.MAX_VALUE;
        var all = group.cards();
        var shown = 0;
        while (shown < all.size() && shown < most) {
            var card = card(all.get(shown));
            var height = snapSizeY(card.prefHeight(inner));
            var last = shown == all.size() - 1;
            if (y + height > bottom - (last ? 0 : moreHeight + GAP)) {
                break;
            }
            placed.add(card);
            card.resizeRelocate(left + PADDING, y, inner, height);
            y += height + GAP;
            shown++;
        }
        showMore(frame, all.size() - shown, left + PADDING, y, inner, moreHeight);
        return new BoardArrangement.Group(shown, shown < all.size(), 1);
    }

    private List<BoardArrangement.Group> places() {
        var perLine = perLine(getWidth());
        return groups.stream().map(group -> {
            var shown = shownInRow(group, perLine);
            return new BoardArrangement.Group(shown, shown < group.cards().size(), perLine);
        }).toList();
    }

    /** @param kept a row that is made though nobody sees it, since the keyboard may be in it */
    private void rows(Set<Node> placed, Optional<Integer> kept) {
        var y = 0.0;
        for (int i = 0; i < groups.size(); i++) {
            var height = rowHeight(groups.get(i), getWidth());
            if (whole || y + height >= top && y <= top + seen || kept.equals(Optional.of(i))) {
                row(groups.get(i), y, height, arrangement.groups().get(i).shown(), placed);
            }
            y += height + GAP;
        }
    }

    private void row(BoardGroup group, double y, double height, int shown, Set<Node> placed) {
        var frame = frame(group, placed);
        frame.box.resizeRelocate(0, y, getWidth(), height);
        var head = ROW_HEAD - 2 * PADDING;
        var titleHeight = snapSizeY(frame.title.prefHeight(head));
        frame.title.resizeRelocate(PADDING + 2, y + PADDING, head, titleHeight);
        frame.note.resizeRelocate(PADDING + 2, y + PADDING + titleHeight + 2, head,
                Math.min(snapSizeY(frame.note.prefHeight(head)), height - 2 * PADDING - titleHeight - 2));
        var perLine = perLine(getWidth());
        for (int i = 0; i < shown; i++) {
            var card = card(group.cards().get(i));
            placed.add(card);
            card.resizeRelocate(x(i, perLine), y + PADDING + i / perLine * (cardHeight() + GAP), cardWidth(perLine),
                    cardHeight());
        }
        var moreHeight = snapSizeY(frame.more.prefHeight(-1));
        showMore(frame, group.cards().size() - shown, x(shown, perLine),
                y + PADDING + shown / perLine * (cardHeight() + GAP), cardWidth(perLine), moreHeight);
    }

    private double x(int place, int perLine) {
        return ROW_HEAD + place % perLine * (cardWidth(perLine) + GAP);
    }

    private double cardWidth(int perLine) {
        return Math.floor((getWidth() - ROW_HEAD - PADDING - GAP * (perLine - 1)) / perLine);
    }

    private double rowHeight(BoardGroup group, double width) {
        var perLine = perLine(width);
        var shown = shownInRow(group, perLine);
        var places = shown + (shown < group.cards().size() ? 1 : 0);
        var lines = Math.max(1, Math.ceilDiv(places, perLine));
        return lines * (cardHeight() + GAP) - GAP + 2 * PADDING;
    }

    private static int perLine(double width) {
        return Math.max(1, (int) ((width - ROW_HEAD - PADDING + GAP) / (CARD_WIDTH + GAP)));
    }

    /** The last place of a row that cannot show all is for what leads to the rest. */
    private static int shownInRow(BoardGroup group, int perLine) {
        var most = LINES * perLine;
        return group.cards().size() <= most ? group.cards().size() : most - 1;
    }

    /** Of any card in a row: the same for all of them, so that rows that nobody sees need not be made. */
    private double cardHeight() {
        measure.applyCss();
        return snapSizeY(measure.prefHeight(CARD_WIDTH));
    }

    private GroupFrame frame(BoardGroup group, Set<Node> placed) {
        var frame = frames.computeIfAbsent(group.runs(), runs -> {
            var made = new GroupFrame();
            made.more.setOnAction(_ -> openMore.accept(runs));
            // Behind the cards.
            getChildren().addAll(0, made.nodes());
            made.nodes().forEach(Node::applyCss);
            return made;
        });
        frame.show(group);
        placed.addAll(frame.nodes());
        return frame;
    }

    private BoardCardView card(BoardCard card) {
        var view = cards.computeIfAbsent(card.key(), key -> {
            var made = new BoardCardView();
            made.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY) {
                    made.requestFocus();
                    open.accept(key);
                }
            });
            made.focusedProperty().subscribe(focused -> {
                if (focused) {
                    focused(key);
                }
            });
            getChildren().add(made);
            return made;
        });
        view.show(card, inRows);
        view.applyCss();
        return view;
    }

    private void showMore(GroupFrame frame, int hidden, double x, double y, double width, double height) {
        frame.more.setVisible(hidden > 0);
        if (hidden > 0) {
            var words = moreWords.apply(hidden);
            frame.more.setText(words);
            frame.more.setAccessibleText(frame.title.getText() + ", " + words);
            frame.more.resizeRelocate(x, y, Math.min(width, snapSizeX(frame.more.prefWidth(-1))), height);
        }
    }

    // ---- Keyboard

    private void focused(RunKey run) {
        currentRun = Optional.of(run);
        current = placeOf(run).or(() -> current);
    }

    private void pressed(KeyEvent event) {
        var step = step(event.getCode());
        var at = focusedSpot();
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || at.isEmpty()) {
            return;
        }
        if (step.isPresent()) {
            focus(arrangement.after(at.get(), step.get(), inRows));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            currentRun.ifPresent(run -> {
                open.accept(run);
                event.consume();
            });
        }
    }

    private static Optional<Step> step(KeyCode code) {
        return switch (code) {
            case UP -> Optional.of(Step.UP);
            case DOWN -> Optional.of(Step.DOWN);
            case LEFT -> Optional.of(Step.LEFT);
            case RIGHT -> Optional.of(Step.RIGHT);
            case HOME -> Optional.of(Step.FIRST);
            case END -> Optional.of(Step.LAST);
            default -> Optional.empty();
        };
    }

    private Optional<Spot> focusedSpot() {
        return current.filter(spot -> node(spot).filter(Node::isFocused).isPresent());
    }

    private void focus(Spot spot) {
        current = Optional.of(spot);
        var group = groups.get(spot.group());
        currentRun = spot.place() < arrangement.groups().get(spot.group()).shown()
                ? Optional.of(group.cards().get(spot.place()).key())
                : Optional.empty();
        if (inRows) {
            bringIntoSight(spot);
        }
        node(spot).ifPresent(node -> {
            reveal.accept(node.getLayoutY(), node.getLayoutBounds().getHeight());
            node.requestFocus();
        });
    }

    /** Its row may not exist yet. */
    private void bringIntoSight(Spot spot) {
        var y = 0.0;
        for (int i = 0; i < spot.group(); i++) {
            y += rowHeight(groups.get(i), getWidth()) + GAP;
        }
        var line = spot.place() / perLine(getWidth());
        reveal.accept(y + PADDING + line * (cardHeight() + GAP), cardHeight());
        layout();
    }

    private Optional<Node> node(Spot spot) {
        if (spot.group() >= groups.size()) {
            return Optional.empty();
        }
        var group = groups.get(spot.group());
        var places = arrangement.groups().get(spot.group());
        return spot.place() < places.shown()
                ? Optional.ofNullable(cards.get(group.cards().get(spot.place()).key()))
                : Optional.ofNullable(frames.get(group.runs())).map(frame -> frame.more).filter(Node::isVisible).map(
                        Node.class::cast);
    }
}
