package org.billrunconsole.ui.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.export.evidence.PackFault;
import org.billrunconsole.export.evidence.PackFile;
import org.billrunconsole.export.evidence.PackReport;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Tone;

/** Says what came of making and verifying a pack. */
public final class EvidenceSentences {

    /**
     * What is seen of it.
     *
     * @param lines one for each thing that holds or does not
     */
    record Shown(Tone tone, String title, String text, List<String> lines) {}

    /** Of a pack of which nothing holds, nobody reads more. */
    private static final int MOST_LINES = 40;

    private final Messages messages;
    private final Formats formats;

    public EvidenceSentences(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    Shown made(Run run, EvidencePort.Made pack) {
        return pack.kept()
                ? new Shown(Tone.SUCCESS, messages.get("evidence.made.title", run.label()),
                        messages.get("evidence.made.text"), List.of())
                : new Shown(Tone.WARNING, messages.get("evidence.made.title", run.label()),
                        messages.get("evidence.made.not-kept"), List.of());
    }

    Shown notMade(Run run, ChosenFile.Trouble trouble) {
        return new Shown(Tone.DANGER, messages.get("evidence.not-made.title", run.label()),
                messages.get("evidence.not-made.text", messages.get("evidence.not-made." + Sentences.key(trouble))),
                List.of());
    }

    Shown notVerified() {
        return new Shown(Tone.DANGER, messages.get("evidence.not-verified.title"),
                messages.get("evidence.not-verified.text"), List.of());
    }

    Shown verified(EvidencePort.Verified pack) {
        var report = pack.report();
        if (!report.isWhole()) {
            var isPack = !(report.faults().getFirst() instanceof PackFault.NoPack);
            return new Shown(Tone.DANGER, messages.get(isPack ? "evidence.altered.title" : "evidence.no-pack.title"),
                    messages.get(isPack ? "evidence.altered.text" : "evidence.no-pack.text"),
                    isPack ? faulty(report) : List.of());
        }
        return pack.known().isPresent()
                ? new Shown(Tone.SUCCESS, messages.get("evidence.whole.title"), messages.get("evidence.whole.known",
                        formats.dateTime(pack.known().get().time()), pack.known().get().origin().user()),
                        whole(report))
                : new Shown(Tone.WARNING, messages.get("evidence.whole-unknown.title"), messages.get(
                        "evidence.whole.unknown"), whole(report));
    }

    private List<String> whole(PackReport report) {
        var lines = new ArrayList<String>();
        report.run().ifPresent(run -> lines.add(messages.get("evidence.about", run.label(), Long.toString(run.id()))));
        lines.add(messages.get("evidence.holds.files", PackFile.values().length));
        lines.add(messages.get("evidence.holds.lines", report.lines()));
        if (report.withheld() > 0) {
            lines.add(messages.get("evidence.holds.withheld", report.withheld()));
        }
        return lines;
    }

    private List<String> faulty(PackReport report) {
        var lines = new ArrayList<String>();
        report.faults().stream().limit(MOST_LINES).map(this::fault).forEach(lines::add);
        if (report.faults().size() > MOST_LINES) {
            lines.add(messages.get("evidence.fault.more", report.faults().size() - MOST_LINES));
        }
        var named = report.faults().stream().map(EvidenceSentences::name).collect(Collectors.toSet());
        var holding = Arrays.stream(PackFile.values()).map(PackFile::fileName).filter(file -> !named.contains(file))
                .toList();
        if (!holding.isEmpty()) {
            lines.add(messages.get("evidence.holds.others", String.join(", ", holding)));
        }
        return lines;
    }

    private static String name(PackFault fault) {
        return switch (fault) {
            case PackFault.NoPack _ -> "";
            case PackFault.FileMissing(var name) -> name;
            case PackFault.FileForeign(var name) -> name;
            case PackFault.FileTwice(var name) -> name;
            case PackFault.FileTooLarge(var name) -> name;
            case PackFault.FileUnreadable(var name) -> name;
            case PackFault.FileAltered(var name) -> name;
            case PackFault.FileUntold(var name) -> name;
            case PackFault.LineAltered _,PackFault.LineOutOfChain _,PackFault.LinesDiffer _ -> PackFile.LINES
                    .fileName();
        };
    }

    private String fault(PackFault fault) {
        // Whoever made the ZIP chose the name.
        var name = DisplayText.line(name(fault));
        return switch (fault) {
            case PackFault.NoPack _ -> messages.get("evidence.no-pack.text");
            case PackFault.FileMissing _ -> messages.get("evidence.fault.missing", name);
            case PackFault.FileForeign _ -> messages.get("evidence.fault.foreign", name);
            case PackFault.FileTwice _ -> messages.get("evidence.fault.twice", name);
            case PackFault.FileTooLarge _ -> messages.get("evidence.fault.too-large", name);
            case PackFault.FileUnreadable _ -> messages.get("evidence.fault.unreadable", name);
            case PackFault.FileAltered _ -> messages.get("evidence.fault.altered", name);
            case PackFault.FileUntold _ -> messages.get("evidence.fault.untold", name);
            case PackFault.LineAltered(var line, var file, var number) -> file.isEmpty()
                    ? messages.get("evidence.fault.line", Long.toString(line), name)
                    : messages.get("evidence.fault.line.in", Long.toString(line), name, DisplayText.line(file),
                            Long.toString(number));
            case PackFault.LineOutOfChain(var line, var file, var number) -> messages.get("evidence.fault.chain",
                    Long.toString(line), name, DisplayText.line(file), Long.toString(number));
            case PackFault.LinesDiffer(var expected, var found) -> messages.get("evidence.fault.lines", name, found,
                    expected);
        };
    }
}
