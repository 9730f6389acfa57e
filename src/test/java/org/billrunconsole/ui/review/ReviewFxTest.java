package org.billrunconsole.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.StubReviewApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.VirtualThreadTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The review from its real FXML, on a server in memory. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ReviewFxTest {

    private final StubReviewApi api = new StubReviewApi();
    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), time);
    private final RunStore store = services.store();
    private final HeldTasks tasks = new HeldTasks(new VirtualThreadTasks(new FxThread()));
    private final BillRun run = SampleRuns.openRun(7);
    private final List<Long> closings = new ArrayList<>();
    private ReviewViewModel model;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        var sentences = new Sentences(messages, formats);
        store.put(List.of(run));
        model = new ReviewViewModel(new RunReviews(api, store, new CustomerDirectory(api),
                () -> VarianceLimits.DEFAULT, time), store, services.analysis(), _ -> Optional.of("GBP"),
                run -> (BillRun) store.find(run.key()).orElse(run),
                new ReviewWords(messages, formats, sentences), tasks, new FxThread());
        var view = ReviewView.over(new Label("list"), model, new Fxml(messages.bundle()), messages, sentences,
                closed -> closings.add(closed.id()));
        scene = new Scene(view.root(), 1440, 780);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> model.open(run));
        release();
    }

    /** Does what is held back, away from the window's thread as the program does it, and what it leads to. */
    private void release() {
        do {
            tasks.release();
            await().until(() -> tasks.unfinished() == 0);
            Frames.settle(scene);
        } while (tasks.waiting() > 0);
    }

    private static String says(FxRobot robot, String query) {
        return Nodes.visible(robot, query, Label.class).getText();
    }

    @Test
    void itTakesTheListsPlaceAndGivesItBack(FxRobot robot) {
        ReviewSamples.customers(api);
        assertThat(Nodes.find(robot, "#review", Node.class)).isEmpty();
        open(robot);
        assertThat(says(robot, "#reviewTitle")).isEqualTo("Review · Nov 2026 Business");
        TableView<?> table = Nodes.visible(robot, "#reviewTable", TableView.class);
        assertThat(table.getItems()).hasSize(4);
        assertThat(table.isFocused()).isTrue();
        robot.interact(() -> Nodes.visible(robot, "#reviewBack", Button.class).fire());
        assertThat(Nodes.find(robot, "#review", Node.class)).isEmpty();
    }

    @Test
    void aFigureIsAButtonThatShowsItsList(FxRobot robot) {
        ReviewSamples.customers(api);
        open(robot);
        var card = Nodes.visible(robot, "#notBilledCard", ToggleButton.class);
        assertThat(card.getAccessibleText()).isEqualTo("1 not billed, active in the period, no value");
        assertThat(card.getHeight()).as("as high as its words").isLessThan(110);
        robot.interact(card::fire);
        assertThat(says(robot, "#reviewListTitle")).isEqualTo("Active in the period, without a value in this run");
        assertThat(card.isSelected()).isTrue();
        robot.interact(card::fire);
        assertThat(says(robot, "#reviewListTitle")).isEqualTo("Charged otherwise than before");
        assertThat(card.isSelected()).isFalse();
    }

    @Test
    void thoseWithinTheLimitsAreShownWhenAskedForAndWhatIsShownIsCopied(FxRobot robot) {
        ReviewSamples.customers(api);
        open(robot);
        robot.interact(() -> Nodes.visible(robot, "#reviewShowOthers", Hyperlink.class).fire());
        robot.interact(() -> Nodes.visible(robot, "#reviewCopy", Button.class).fire());
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0].lines()).hasSize(6).last().asString().startsWith("Fenwick & Co\t105\t£510.00");
    }

    @Test
    void whileItIsReadThereIsALineThatCanBeCancelled(FxRobot robot) {
        robot.interact(() -> model.open(run));
        Frames.settle(scene);
        assertThat(says(robot, "#reviewProgressText")).isEqualTo("Asking the server");
        robot.interact(() -> Nodes.visible(robot, "#reviewCancel", Button.class).fire());
        release();
        Frames.settle(scene);
        assertThat(Nodes.find(robot, "#reviewProgress", Node.class)).isEmpty();
        assertThat(robot.lookup("#reviewChecked .warn").queryAllAs(Label.class)).extracting(Label::getText)
                .contains("not checked: the reading was cancelled");
    }

    @Test
    void whatWasNotCheckedIsAmberAndHasNoTick(FxRobot robot) {
        ReviewSamples.customers(api);
        api.answer("rentalSuspense", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
        open(robot);
        var line = robot.lookup("#reviewChecked .review-checked").queryAll().stream()
                .filter(node -> node.getAccessibleText().startsWith("Rental suspense")).findFirst().orElseThrow();
        assertThat(line.getAccessibleText()).isEqualTo(
                "Rental suspense: not checked, not checked: this user may not read it");
        assertThat(line.getPseudoClassStates()).extracting(Object::toString).doesNotContain("done");
    }

    @Test
    void somebodyWhoHasLookedSaysWhyAndItIsVoidOnceTheFiguresAreOthers(FxRobot robot) {
        ReviewSamples.customers(api);
        open(robot);
        robot.interact(() -> Nodes.visible(robot, "#reviewLook", Button.class).fire());
        var give = Nodes.visible(robot, "#lookGive", Button.class);
        assertThat(give.isDisabled()).as("without a reason").isTrue();
        robot.interact(() -> Nodes.visible(robot, "#lookReason", TextField.class).setText("Both moved by agreement"));
        robot.interact(() -> give.fire());
        release();
        assertThat(says(robot, "#lookedTitle")).isEqualTo("Looked at by billing.ops");
        assertThat(says(robot, "#lookedText")).contains("Both moved by agreement");
        robot.interact(() -> store.put(List.of(SampleRuns.withRevenue(run, OptionalLong.of(1_300_000)))));
        assertThat(says(robot, "#lookedTitle")).isEqualTo("“I have looked” is void");
        assertThat(says(robot, "#lookedText")).contains("revenue £1,284,350 → £1,300,000");
        assertThat(Nodes.visible(robot, "#reviewLook", Button.class).isDisabled()).as("until it is read again")
                .isTrue();
        robot.interact(() -> Nodes.visible(robot, "#reviewAgain", Button.class).fire());
        release();
        assertThat(Nodes.visible(robot, "#reviewLook", Button.class).isDisabled()).isFalse();
        assertThat(says(robot, "#lookedTitle")).isEqualTo("“I have looked” is void");
    }

    @Test
    void theRunIsClosedFromHereUnlessItIsClosedAlready(FxRobot robot) {
        open(robot);
        robot.interact(() -> Nodes.visible(robot, "#reviewCloseRun", Button.class).fire());
        assertThat(closings).containsExactly(7L);
    }
}
