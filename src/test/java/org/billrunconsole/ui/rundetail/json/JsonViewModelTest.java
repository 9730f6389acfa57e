package org.billrunconsole.ui.rundetail.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.Run;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.rundetail.json.JsonText.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonViewModelTest {

    private final HeldTasks tasks = new HeldTasks();
    private final JsonViewModel model = new JsonViewModel(HttpApi::json, tasks);
    @TempDir
    private Path folder;

    private void show(Run run) {
        model.show(run);
        tasks.release();
    }

    private void search(String text) {
        model.searchedProperty().set(text);
        tasks.release();
    }

    private static JsonViewModel ofText(String text, HeldTasks tasks) {
        var model = new JsonViewModel(_ -> text, tasks);
        model.show(SampleRuns.openRun(7));
        tasks.release();
        return model;
    }

    @Test
    void nothingOfTheRunBeforeIsLeftWhileTheNextIsMade() {
        show(SampleRuns.openRun(7));
        assertThat(model.contentProperty().get().text().whole()).contains("\"id\" : 7");
        model.show(SampleRuns.openRun(8));
        assertThat(model.contentProperty().get().text().lines()).isEmpty();
        tasks.release();
        assertThat(model.contentProperty().get().text().whole()).contains("\"id\" : 8");
        assertThat(model.fileName()).isEqualTo("bill-run-8.json");
    }

    @Test
    void theSameRunStaysWhileItIsMadeAgainAndIsNotMadeAgainAsItWas() {
        show(SampleRuns.openRun(7));
        var before = model.contentProperty().get();
        model.show(SampleRuns.openRun(7));
        assertThat(tasks.waiting()).isZero();
        model.show(SampleRuns.withRevenue(SampleRuns.openRun(7), OptionalLong.of(99)));
        assertThat(model.contentProperty().get()).isSameAs(before);
        tasks.release();
        assertThat(model.contentProperty().get().text().whole()).contains(": 99");
    }

    @Test
    void anAnswerThatCameTooLateIsNotShown() {
        model.show(SampleRuns.openRun(7));
        model.show(SampleRuns.openRun(8));
        tasks.release();
        assertThat(model.contentProperty().get().text().whole()).contains("\"id\" : 8");
    }

    @Test
    void aTextIsFoundInWhateverCaseFromTopToBottomAndRound() {
        var found = ofText("{\n  \"aba\" : \"ABABA\"\n}", tasks);
        found.searchedProperty().set("Aba");
        tasks.release();
        var matches = found.matchesProperty().get();
        assertThat(matches.all()).containsExactly(new Match(1, 3, 6), new Match(1, 11, 14));
        assertThat(matches.current()).contains(new Match(1, 3, 6));
        assertThat(matches.in(0)).isEmpty();
        assertThat(matches.in(1)).hasSize(2);
        found.move(1);
        assertThat(found.matchesProperty().get().currentAt()).isEqualTo(1);
        found.move(1);
        assertThat(found.matchesProperty().get().currentAt()).isZero();
        found.move(-1);
        assertThat(found.matchesProperty().get().currentAt()).isEqualTo(1);
    }

    @Test
    void whoeverTypesOnStaysWhereTheyAreAsFarAsThatIsStillFound() {
        var found = ofText("id\nidea\nideal", tasks);
        found.searchedProperty().set("id");
        tasks.release();
        found.move(1);
        found.searchedProperty().set("ide");
        tasks.release();
        assertThat(found.matchesProperty().get().current()).contains(new Match(1, 0, 3));
        found.searchedProperty().set("ideal");
        tasks.release();
        assertThat(found.matchesProperty().get().current()).contains(new Match(2, 0, 5));
    }

    @Test
    void aSearchThatWasOvertakenIsNotShown() {
        show(SampleRuns.openRun(7));
        model.searchedProperty().set("id");
        model.searchedProperty().set("no such text");
        tasks.release();
        assertThat(model.matchesProperty().get().all()).isEmpty();
        assertThat(model.matchesProperty().get().searched()).isEqualTo("no such text");
        search("");
        assertThat(model.matchesProperty().get().searched()).isEmpty();
    }

    @Test
    void whatIsSearchedIsSearchedInTheNextRunToo() {
        search("\"id\" : 8");
        show(SampleRuns.openRun(7));
        assertThat(model.matchesProperty().get().all()).isEmpty();
        show(SampleRuns.openRun(8));
        assertThat(model.matchesProperty().get().all()).hasSize(1);
    }

    @Test
    void tensOfThousandsOfLinesAreSearchedElsewhere() {
        var found = ofText(IntStream.range(0, 50_000).mapToObj(i -> "  \"product\" : " + i).collect(Collectors
                .joining("\n")), tasks);
        found.searchedProperty().set("49999");
        assertThat(found.matchesProperty().get().all()).isEmpty();
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.release();
        assertThat(found.matchesProperty().get().current()).contains(new Match(49_999, 14, 19));
    }

    @Test
    void signsThatTurnTextAroundAreNotShownButCopied() {
        var text = ofText("\"a\u202Eb\"", tasks).contentProperty().get().text();
        assertThat(text.lines()).containsExactly("\"a\uFFFDb\"");
        assertThat(text.whole()).isEqualTo("\"a\u202Eb\"");
    }

    @Test
    void aRunThatCannotBePutIntoWordsSaysSo() {
        var broken = new JsonViewModel(_ -> {
            throw new IllegalStateException("no words");
        }, tasks);
        broken.show(SampleRuns.openRun(7));
        tasks.release();
        assertThat(broken.contentProperty().get().failed()).isTrue();
        assertThat(broken.contentProperty().get().run()).isEqualTo(Optional.of(SampleRuns.openRun(7).key()));
    }

    @Test
    void aFileThatIsWrittenAndOneThatCannotBeAreToldApart() {
        var told = new ArrayList<Boolean>();
        var file = new ChosenFile(folder.resolve("run.json"));
        show(SampleRuns.openRun(7));
        model.save(file, told::add);
        assertThat(told).as("before it is written").isEmpty();
        tasks.release();
        model.save(new ChosenFile(folder.resolve("not-there").resolve("run.json")), told::add);
        tasks.release();
        assertThat(told).containsExactly(true, false);
        assertThat(file.path()).hasContent(HttpApi.json(SampleRuns.openRun(7)));
    }
}
