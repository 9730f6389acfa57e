package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Names in other scripts, which other fonts draw, stay inside their fields. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ForeignNamesFxTest {

    private static final List<String> NAMES = List.of(
            "🎉 Nov 2026 🇬🇧 👩‍👩‍👧‍👦 Business, all branches and subsidiaries",
            "2026年11月 企业客户账单运行 华北地区与东部沿海各分公司", "فاتورة نوفمبر ٢٠٢٦ للشركات والأعمال الكبيرة في الشمال",
            "חשבונית נובמבר 2026 (Business) לכל הסניפים בצפון ובמרכז",
            "Ноябрь 2026, корпоративные клиенты Северо-Запада",
            "พฤศจิกายน 2026 ลูกค้าธุรกิจภาคเหนือและภาคกลาง", "नवंबर 2026 व्यावसायिक ग्राहक उत्तर और पश्चिम क्षेत्र");

    @RegisterExtension
    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), api -> {
            for (int id = 0; id < NAMES.size(); id++) {
                api.put(SampleRuns.named(SampleRuns.openRun(id + 1), NAMES.get(id)));
            }
        });
    }

    @Test
    void aNameInAnyScriptStaysInsideItsCellAndTheHeading(FxRobot robot) {
        TableView<?> table = robot.lookup("#runsTable").query();
        for (int row = 0; row < NAMES.size(); row++) {
            var chosen = row;
            robot.interact(() -> table.getSelectionModel().clearAndSelect(chosen));
            shell.settle();
            var title = Nodes.visible(robot, "#detailTitle", Label.class);
            assertThat(NAMES).contains(title.getText());
            var words = bounds(title.lookup(".text"));
            assertThat(bounds(title).contains(words)).as("%s: %s in %s", title.getText(), words, bounds(title))
                    .isTrue();
            assertThat(words.intersects(bounds(Nodes.visible(robot, "#detailStatus", Node.class)))).isFalse();
            assertThat(bounds(Nodes.visible(robot, "#detailPane", Node.class)).contains(bounds(title))).isTrue();
            robot.interact(() -> Pictures.take(shell.scene, "foreign-names-" + chosen));
        }
        var cells = robot.lookup("#runsTable .table-cell")
                .queryAllAs(Node.class)
                .stream()
                .filter(TableCell.class::isInstance)
                .map(TableCell.class::cast)
                .filter(cell -> !cell.isEmpty() && Objects.equals(cell.getTableColumn().getId(), "name"))
                .toList();
        assertThat(cells).hasSize(NAMES.size()).allSatisfy(cell -> assertThat(bounds(cell).contains(bounds(
                (Text) cell.lookup(".text")))).as(cell.getText()).isTrue());
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
