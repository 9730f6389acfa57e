package org.billrunconsole.ui.notices;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.monitor.RunNews;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.Announcement;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/** Puts what is told of runs into sentences to be heard, the news first and the run's name after it. */
public final class RunNewsWords {

    private final Function<RunKey, Optional<Run>> runs;
    private final NoticeWords notices;
    private final Messages messages;
    private final Sentences sentences;

    /** @param runs a run as last read */
    public RunNewsWords(Function<RunKey, Optional<Run>> runs, NoticeWords notices, Messages messages,
            Sentences sentences) {
        this.runs = runs;
        this.notices = notices;
        this.messages = messages;
        this.sentences = sentences;
    }

    public Announcement of(RunNews news) {
        return switch (news) {
            case RunNews.StageBegun(var run, var stage) -> new Announcement(Urgency.EVENT, run.path(),
                    stage == Stage.Known.PROPERTIES ? messages.get("announce.open-again", name(run))
                            : messages.get("announce.begun", sentences.stage(stage), name(run)));
            case RunNews.StageProgress(var run, var stage, var percent) -> new Announcement(Urgency.PROGRESS,
                    run.path(), messages.get("announce.progress", messages.get("progress.percent", percent),
                            sentences.stage(stage), name(run)));
            case RunNews.Noticed(var notice) -> {
                var words = notices.of(notice);
                yield new Announcement(words.tone() == Tone.WARNING || words.tone() == Tone.DANGER ? Urgency.WARNING
                        : Urgency.EVENT, notice.run().path(), sentence(words.title()) + " " + words.text());
            }
            case RunNews.Others(var finished, var ready, var stalled) -> new Announcement(
                    stalled > 0 ? Urgency.WARNING : Urgency.EVENT,
                    Stream.of(count("announce.others.finished", finished),
                            count("announce.others.ready", ready), count("announce.others.stalled", stalled))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" ")));
        };
    }

    private String count(String key, int runs) {
        return runs == 0 ? "" : messages.get(key, runs);
    }

    private String name(RunKey run) {
        return runs.apply(run).map(Run::label).orElseGet(() -> sentences.run(run));
    }

    /** Heard one after the other, two sentences without an end are one. */
    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") || words.endsWith("!") ? words : words + ".";
    }
}
