package org.billrunconsole.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.session.SignInState;

/** What the connection bar says where there is little room. */
final class BriefWords {

    private final Messages messages;
    private final Formats formats;

    BriefWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** How fresh the data is. */
    String freshness(Freshness state, Instant now) {
        return switch (state) {
            case Freshness.Connecting _ -> messages.get("shell.live.connecting");
            case Freshness.Live(var when) -> {
                var age = Duration.between(when, now);
                yield age.toSeconds() < 1
                        ? messages.get("shell.live.brief.now")
                        : messages.get("shell.live.brief.ago", formats.duration(age));
            }
            case Freshness.Faltering(var when, _) -> messages.get("shell.live.brief.faltering",
                    formats.duration(Duration.between(when, now)));
            case Freshness.Stale(var when, _) -> since("shell.live.brief.offline",
                    "shell.live.brief.offline.never", when);
            case Freshness.SignedOut(var when, _) -> since("shell.live.brief.signed-out",
                    "shell.live.brief.signed-out.never", when);
            case Freshness.Paused(var when) -> messages.get("shell.live.brief.paused",
                    when.map(formats::timeOfDay).orElse(Formats.NONE));
        };
    }

    /** How long the session lasts; empty where the long words are short enough. */
    Optional<String> session(SignInState state, Instant now) {
        return state instanceof SignInState.SignedIn(_, var end)
                ? end.map(until -> left(Duration.between(now, until)))
                : Optional.empty();
    }

    private String left(Duration left) {
        return left.isNegative()
                ? messages.get("shell.session.brief.over")
                : messages.get("shell.session.brief.left", formats.countdown(left));
    }

    private String since(String known, String never, Optional<Instant> when) {
        return when.map(time -> messages.get(known, formats.timeOfDay(time))).orElseGet(() -> messages.get(never));
    }
}
