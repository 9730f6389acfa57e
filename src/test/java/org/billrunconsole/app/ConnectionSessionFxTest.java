package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.shell.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

@ShowsWindow
class ConnectionSessionFxTest {

    @TempDir
    private Path folder;
    private AppContext appContext;
    private ConnectionSession connectionSession;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        appContext = AppContext.start(Optional.of(folder.toString()),
                PlatformServices.real().withDesktop(DesktopNotices.none()));
        var profile = new ConnectionSessionFactory(appContext, () -> {
            throw new IllegalStateException("No sandbox here");
        }, false).named(URI.create("http://127.0.0.1:9/v1"));
        connectionSession = new ConnectionSession(appContext, profile, appContext.sessions().signIn(() -> "token"),
                ClientOptions.of(profile.base()), Access.READ_ONLY_AT_FIRST);
    }

    @AfterEach
    void close() {
        connectionSession.close();
        appContext.close();
    }

    private Path journal() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.endsWith("journal.lock")).findFirst().orElseThrow().getParent();
        }
    }

    @Test
    void aJournalThatGetsOutOfReachOnceItIsOpenLeavesRunsToLookAtAndSaysSo() throws IOException {
        assertThat(connectionSession.missingJournal()).isEmpty();
        var journal = journal();
        // Nobody can lock a folder, so that nothing is read or written any more.
        Files.delete(journal.resolve("journal.lock"));
        Files.createDirectory(journal.resolve("journal.lock"));
        connectionSession.begin(Optional.empty());
        assertThat(connectionSession.missingJournal()).contains(journal);
        assertThat(new StartWords(appContext.messages()).text(connectionSession.missingJournal(), List.of()))
                .isEqualTo("You can look at everything, but the journal cannot be written to " + journal
                        + ", and without it nothing may be sent. Make room on the disk or check the folder’s rights, "
                        + "then start again.");
        assertThat(connectionSession.shell().access()).as("there is nothing to switch on").isEqualTo(Access.READ_ONLY);
        var run = SampleRuns.openRun(1);
        assertThat(Lifecycle.judge(run, Action.CLOSE, connectionSession.services().contextProvider().of(run.key()))
                .whyNot()
                .map(Reason::code))
                .contains(Reason.Code.NO_JOURNAL);
    }
}
