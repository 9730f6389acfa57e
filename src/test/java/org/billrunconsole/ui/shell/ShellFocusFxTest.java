package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Wherever the keyboard is in the main window can be seen, in both looks. */
@ExtendWith(ApplicationExtension.class)
class ShellFocusFxTest {

    private static final List<String> STOPS = List.of("#environmentPill", "#pauseButton", "#sessionState",
            "#themeButton", "#settingsButton", ".main-tabs", "#searchField", "#status-all", "#status-active",
            "#status-finalized", "#cycleFilter", "#attentionFilter", "#filtersButton",
            "#viewsButton", "#columnsButton", "#refreshButton", "#runsTable",
            "#actionPrimary", "#actionInvoiceDate", "#moreActions", ".pane-tabs", "#doNotDisturb");

    /** What the Web Content Accessibility Guidelines ask for between a stop with the keyboard and one without. */
    private static final double ENOUGH = 3;

    /** As many pixels as a ring of one has around the smallest stop. */
    private static final long LEAST = 60;

    /** Around a stop, in pixels. */
    private static final double MARGIN = 8;

    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.openRun(1));
            api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whereTheKeyboardIsCanBeSeenOnEveryStop(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            theme.apply(shell.scene);
            TableView<?> table = robot.lookup("#runsTable").query();
            table.getSelectionModel().clearAndSelect(0);
        });
        shell.settle();
        var changed = new TreeMap<String, Long>();
        for (var stop : STOPS) {
            var node = Nodes.visible(robot, stop, Node.class);
            robot.interact(() -> shell.scene.getRoot().requestFocus());
            var without = picture(robot, node);
            robot.interact(node::requestFocus);
            assertThat(node.isFocused()).as("%s can have the keyboard", stop).isTrue();
            var with = picture(robot, node);
            assertThat(with.getWidth()).as("%s is as wide with the keyboard as without", stop).isEqualTo(
                    without.getWidth());
            assertThat(with.getHeight()).as("%s is as high", stop).isEqualTo(without.getHeight());
            changed.put(stop, changed(without, with));
            robot.interact(() -> Pictures.keep(with, "focus/%s-%s".formatted(theme.name().toLowerCase(Locale.ROOT),
                    stop.substring(1))));
        }
        assertThat(changed).allSatisfy((stop, pixels) -> assertThat(pixels).as(stop).isGreaterThan(LEAST));
    }

    private Image picture(FxRobot robot, Node node) {
        shell.settle();
        var taken = new ArrayList<WritableImage>();
        robot.interact(() -> {
            var bounds = node.localToScene(node.getLayoutBounds());
            var params = new SnapshotParameters();
            params.setViewport(new Rectangle2D(bounds.getMinX() - MARGIN, bounds.getMinY() - MARGIN, Math.min(500,
                    bounds.getWidth()) + 2 * MARGIN, Math.min(60, bounds.getHeight()) + 2 * MARGIN));
            taken.add(shell.scene.getRoot().snapshot(params, null));
        });
        return taken.getFirst();
    }

    /** How many pixels contrast enough with what they were before. */
    private static long changed(Image before, Image after) {
        long changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if (Contrast.ratio(before.getPixelReader().getColor(x, y),
                        after.getPixelReader().getColor(x, y)) >= ENOUGH) {
                    changed++;
                }
            }
        }
        return changed;
    }
}
