package org.billrunconsole.ui.rundetail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.ui.kit.command.RunCommand;
import org.billrunconsole.ui.kit.command.RunOffer;

/**
 * What a menu offers for the run whose pane is shown: what the pane offers, judged by the same judge and in the same
 * words. For the window's thread.
 */
public final class RunOffers {

    private final RunDetailViewModel model;
    private final Messages messages;
    private final Sentences sentences;

    public RunOffers(RunDetailViewModel model, Messages messages, Sentences sentences) {
        this.model = model;
        this.messages = messages;
        this.sentences = sentences;
    }

    /**
     * What can be done with a run: first the step that is due, then the other actions, then what changes nothing. Each
     * does nothing any more once the pane is about another run.
     */
    public List<List<RunOffer>> of(RunKey key) {
        return model.find(key).map(this::of).orElse(List.of());
    }

    private List<List<RunOffer>> of(Run run) {
        var due = Lifecycle.due(run);
        var states = model.judgeAll(run);
        return Stream.of(
                states.stream().filter(state -> due.equals(Optional.of(state.action()))).map(
                        state -> offer(run.key(), state)).toList(),
                states.stream().filter(state -> !due.equals(Optional.of(state.action()))).map(
                        state -> offer(run.key(), state)).toList(),
                Stream.concat(review(run), model.commands().stream().map(command -> offer(run, command))).toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private RunOffer offer(RunKey key, ActionState state) {
        var name = sentences.action(state.action()) + "…";
        return new RunOffer(RunDetailController.actionId(state.action()), state.legality()
                .whyNot()
                .map(reason -> denied(name, sentences.reason(reason, state.action())))
                .orElse(name), state.legality().isAllowed(), whileShown(key, () -> model.request(state.action())));
    }

    private RunOffer offer(Run run, RunCommand command) {
        var name = command.name().apply(run);
        var whyNot = command.whyNot().apply(run);
        return new RunOffer(command.id(), whyNot.map(why -> denied(name, why)).orElse(name), whyNot.isEmpty(),
                whileShown(run.key(), () -> model.perform(command)));
    }

    private Stream<RunOffer> review(Run run) {
        return RunReviews.isPossible(run)
                ? Stream.of(new RunOffer("actionReview", messages.get("detail.review"), true,
                        whileShown(run.key(), model::review)))
                : Stream.empty();
    }

    private Runnable whileShown(RunKey key, Runnable action) {
        return () -> {
            if (model.chosenProperty().get().equals(Optional.of(key))) {
                action.run();
            }
        };
    }

    private String denied(String name, String why) {
        return messages.get("detail.action.denied", name, why);
    }
}
