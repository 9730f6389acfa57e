package org.billrunconsole.ui.runlist;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.customer.ItemRuns;
import org.billrunconsole.domain.review.customer.ItemRuns.Asked;
import org.billrunconsole.domain.review.customer.ItemRuns.Found;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which run bills an inventory item that was typed into the search and that no row shows. */
public final class ItemAnswers {

    /**
     * What is said below the search.
     *
     * @param text  a sentence that says where the answer came from
     * @param run   the run that bills the item, which can be opened; empty if none is known
     * @param warns true if something could not be asked
     */
    record Answer(String text, Optional<RunKey> run, boolean warns) {}

    private static final Logger LOG = LoggerFactory.getLogger(ItemAnswers.class);

    private final LongFunction<ItemRuns> search;
    private final Function<RunKey, Run> fetch;
    private final Consumer<RunKey> open;
    private final Messages messages;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Long> asked = Optional.empty();

    /**
     * @param search looks at the loaded runs and asks the server; may block
     * @param fetch  reads a run, which its list then shows; may block
     * @param open   shows a run of a list
     */
    public ItemAnswers(LongFunction<ItemRuns> search, Function<RunKey, Run> fetch, Consumer<RunKey> open,
            Messages messages, TaskRunner tasks) {
        this.search = search;
        this.fetch = fetch;
        this.open = open;
        this.messages = messages;
        this.tasks = tasks;
    }

    /** What is known; empty while nothing was asked. */
    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Finds the run that bills an item; a text that is no number takes the answer away. */
    void ask(String text) {
        var id = text.strip().matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text.strip()))
                : Optional.<Long>empty();
        if (id.equals(asked)) {
            return;
        }
        asked = id;
        answer.set(id.map(item -> new Answer(messages.get("item.asking", item.toString()), Optional.empty(), false)));
        id.ifPresent(item -> tasks.run("run of an item", () -> search.apply(item), found -> {
            if (asked.equals(id)) {
                answer.set(Optional.of(words(found)));
            }
        }, e -> {
            LOG.error("The run of item {} cannot be found", item, e);
            if (asked.equals(id)) {
                answer.set(Optional.of(new Answer(messages.get("item.broken", item.toString()), Optional.empty(),
                        true)));
            }
        }));
    }

    /** Takes the answer away. */
    void forget() {
        ask("");
    }

    /** Opens the run that was found, which is read first. */
    void open() {
        answer.get().flatMap(Answer::run).ifPresent(key -> tasks.run("run that bills an item", () -> fetch.apply(key),
                run -> {
                    forget();
                    open.accept(run.key());
                }, e -> {
                    LOG.warn("The run {} cannot be read: {}", key.path(), e.getMessage());
                    answer.set(Optional.of(new Answer(messages.get("item.not-opened", name(key)),
                            Optional.of(key), true)));
                }));
    }

    private Answer words(ItemRuns found) {
        var item = Long.toString(found.inventoryId());
        if (!found.found().isEmpty()) {
            var runs = found.found().stream().map(each -> name(each.run())).distinct()
                    .collect(Collectors.joining(", "));
            Found first = found.found().getFirst();
            return new Answer(messages.get("item.found", item, runs,
                    messages.get("item.source." + Sentences.key(first.source()))), Optional.of(first.run()), false);
        }
        if (found.isNowhere()) {
            return new Answer(messages.get("item.nowhere", item), Optional.empty(), false);
        }
        var why = found.asked().stream().filter(each -> !each.isAnswered()).map(this::unasked)
                .collect(Collectors.joining("; "));
        return new Answer(messages.get("item.not-checked", item, why), Optional.empty(), true);
    }

    private String unasked(Asked place) {
        return messages.get("item.unasked", messages.get("item.place." + Sentences.key(place.source())),
                messages.get("review.why." + Sentences.key(place.notChecked().map(NotChecked::cause)
                        .orElse(NotChecked.Cause.FAILED))));
    }

    private String name(RunKey key) {
        return messages.get("item.run." + Sentences.key(key.kind()), Long.toString(key.id()));
    }
}
