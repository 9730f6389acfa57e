package org.billrunconsole.ui.rundetail.part;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.WrappedText;

/** The inventory items an ad hoc run bills, to read and to copy. */
public final class ProductCards {

    /** More numbers than these nobody reads, and a label of a million keeps the window busy. */
    private static final int MOST_SHOWN = 200;

    private final VBox box;
    private final Messages messages;
    private List<List<Long>> shown = List.of();

    public ProductCards(VBox box, Messages messages) {
        this.box = box;
        this.messages = messages;
    }

    public void show(Optional<AdhocBillRun> run) {
        box.setVisible(run.isPresent());
        box.setManaged(run.isPresent());
        var now = run.map(adhoc -> List.of(adhoc.adhocProductInventoryIds(), adhoc.rentalProductInventoryIds()))
                .orElse(List.of());
        if (!now.equals(shown)) {
            shown = now;
            box.getChildren().clear();
            if (!now.isEmpty()) {
                box.getChildren().setAll(card("detail.products.adhoc", now.get(0)),
                        card("detail.products.rental", now.get(1)));
            }
        }
    }

    private static String text(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private VBox card(String title, List<Long> ids) {
        var name = new Label(messages.get(title, ids.size()));
        name.getStyleClass().add("fact-name");
        var list = new Label(text(ids.subList(0, Math.min(ids.size(), MOST_SHOWN)))
                + (ids.size() > MOST_SHOWN ? " " + messages.get("detail.products.more", ids.size() - MOST_SHOWN) : ""));
        WrappedText.in(list);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMaxWidth(Double.MAX_VALUE);
        var copy = PlainText.in(new Button(messages.get("detail.products.copy")));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> Clipboards.copy(text(ids)));
        copy.setAccessibleText(messages.get("detail.products.copy") + ": " + name.getText());
        var row = new HBox(8, list, copy);
        row.setAlignment(Pos.BOTTOM_LEFT);
        var card = ids.isEmpty() ? new VBox(name) : new VBox(name, row);
        card.getStyleClass().addAll("fact", "id-card");
        return card;
    }
}
