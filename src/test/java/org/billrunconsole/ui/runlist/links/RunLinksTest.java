package org.billrunconsole.ui.runlist.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.Test;

class RunLinksTest {

    private final RunStore store = new RunStore();
    private final HeldTasks tasks = new HeldTasks();
    private final Messages messages = new Messages(Locale.UK);
    private final List<String> done = new ArrayList<>();
    private final List<RunKey> asked = new ArrayList<>();
    private Optional<RuntimeException> trouble = Optional.empty();
    private boolean signedOut;
    private final RunLinks links = new RunLinks(
            new RunLinks.Ways(store::find, this::fetch, () -> signedOut, key -> done.add("opened " + key.link())),
            messages, new Sentences(messages, new Formats(Locale.UK, ZoneOffset.UTC)), tasks);

    private Run fetch(RunKey key) {
        asked.add(key);
        trouble.ifPresent(e -> {
            throw e;
        });
        return SampleRuns.openRun(key.id());
    }

    private void go(String link) {
        links.type(link);
        links.go(() -> done.add("search emptied"));
        tasks.release();
    }

    private String says() {
        return links.answerProperty().get().map(RunLinks.Answer::text).orElse("");
    }

    private boolean warns() {
        return links.answerProperty().get().filter(RunLinks.Answer::warns).isPresent();
    }

    private void fail(Failure failure) {
        trouble = Optional.of(new FailureException(failure));
    }

    @Test
    void aRunThatIsNotLoadedIsReadAndOpenedOnceThePersonSaysSo() {
        links.type("billrun:1042");
        assertThat(says()).isEqualTo("Enter opens: Bill run 1042");
        assertThat(asked).as("before Enter").isEmpty();
        links.go(() -> done.add("search emptied"));
        assertThat(says()).isEqualTo("Bill run 1042: reading it from the server…");
        tasks.release();
        assertThat(done).containsExactly("search emptied", "opened billrun:1042");
        assertThat(says()).isEmpty();
    }

    @Test
    void aRunThatIsLoadedIsNamedAndOpenedWithoutAskingAnybody() {
        store.put(List.of(SampleRuns.openRun(7)));
        links.type("BILLRUN:7");
        assertThat(says()).isEqualTo("Enter opens: Bill run 7, “Nov 2026 Business”");
        go("BILLRUN:7");
        assertThat(done).containsExactly("search emptied", "opened billrun:7");
        assertThat(asked).isEmpty();
    }

    @Test
    void aLinkToNoRunOrToOneThatMayNotBeReadSaysSoPlainlyAndOpensNothing() {
        fail(StubReviewApi.failure(404));
        go("adhoc:9");
        assertThat(says()).isEqualTo("Ad hoc bill run 9 is not on this server, or this user may not see it. "
                + "A link does not say which server it is for: is this the right connection?");
        fail(StubReviewApi.failure(403));
        go("billrun:9");
        assertThat(says()).isEqualTo(
                "Bill run 9 may not be read by this user. Ask whoever manages users in Elevate.");
        assertThat(warns()).isTrue();
        fail(new Failure.TimedOut(StubApi.exchange()));
        go("billrun:9");
        assertThat(says()).isEqualTo(
                "Bill run 9 could not be read. The server took too long to answer. Try again in a moment.");
        trouble = Optional.of(new IllegalStateException("secret"));
        go("billrun:9");
        assertThat(says()).startsWith("Bill run 9 could not be read.").doesNotContain("secret");
        assertThat(done).isEmpty();
        trouble = Optional.empty();
        links.go(() -> {});
        tasks.release();
        assertThat(done).as("tried again").containsExactly("opened billrun:9");
    }

    @Test
    void aLinkIsFollowedOnceSomebodyHasSignedIn() {
        fail(new Failure.NotSignedIn(StubApi.exchange()));
        go("billrun:9");
        assertThat(says()).isEqualTo("Bill run 9 opens once you have signed in.");
        trouble = Optional.empty();
        links.signedIn();
        tasks.release();
        assertThat(done).containsExactly("search emptied", "opened billrun:9");
        links.signedIn();
        assertThat(tasks.waiting()).as("only once").isZero();
    }

    @Test
    void whoeverDidNotWantToSignInIsAskedBeforeTheServerIs() {
        signedOut = true;
        go("billrun:9");
        assertThat(asked).isEmpty();
        assertThat(says()).isEqualTo("Bill run 9 opens once you have signed in.");
        signedOut = false;
        links.type("billrun:91");
        links.signedIn();
        assertThat(tasks.waiting()).as("something else is typed by now").isZero();
    }

    @Test
    void anAnswerThatComesLateTakesNobodyAway() {
        links.type("billrun:9");
        links.go(() -> done.add("search emptied"));
        links.go(() -> done.add("search emptied"));
        assertThat(tasks.waiting()).as("Enter, twice").isEqualTo(1);
        links.type("billrun:91");
        tasks.release();
        assertThat(done).isEmpty();
        assertThat(says()).isEqualTo("Enter opens: Bill run 91");
    }

    @Test
    void aLinkThatIsNotFinishedOrWrongSaysWhatIsMissing() {
        links.type("adhoc:");
        assertThat(says()).isEqualTo("Write the number of a run after adhoc:");
        assertThat(warns()).isFalse();
        go("adhoc:73l");
        assertThat(says()).startsWith("“adhoc:73l” leads to no run");
        assertThat(warns()).isTrue();
        links.type("Business");
        assertThat(says()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
