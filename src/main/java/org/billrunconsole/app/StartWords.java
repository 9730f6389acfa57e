package org.billrunconsole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.i18n.Messages;

/** Puts everything that cannot be stored into one notice, since the third of several would push out the first. */
final class StartWords {

    private final Messages messages;

    StartWords(Messages messages) {
        this.messages = messages;
    }

    String title(Optional<Path> missingJournal) {
        return messages.get(missingJournal.isPresent() ? "start.no-journal.title" : "start.trouble.title");
    }

    String text(Optional<Path> missingJournal, List<StartTrouble> troubles) {
        var unnamed = troubles.stream().anyMatch(StartTrouble.NoName.class::isInstance);
        // A folder without a name is the reason for everything else.
        var journal = missingJournal.filter(_ -> !unnamed).map(folder -> messages.get("start.no-journal.text", folder));
        var advice = unnamed ? Stream.<String>of() : Stream.of(messages.get("start.trouble.advice"));
        return Stream.of(journal.stream(), troubles.stream().map(this::text), advice)
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }

    private String text(StartTrouble trouble) {
        return switch (trouble) {
            case StartTrouble.NoName(var name) -> messages.get("start.trouble.name", name);
            case StartTrouble.NoSettings(var folder) -> messages.get("start.trouble.settings", folder);
            case StartTrouble.NoLog(var folder) -> messages.get("start.trouble.log", folder);
        };
    }
}
