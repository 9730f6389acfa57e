package org.billrunconsole.ui.rundetail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.review.customer.AdhocPayments;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.rundetail.PaymentsViewModel.State;
import org.jspecify.annotations.Nullable;

/** How the invoices of an ad hoc run were paid: how many in which state, and each that came to grief. */
final class PaymentsCard {

    private static final double ROW = 30;
    private static final int MOST_ROWS_IN_SIGHT = 6;

    private final VBox box;
    private final PaymentsViewModel model;
    private final Messages messages;
    private final Formats formats;

    PaymentsCard(VBox box, PaymentsViewModel model, Messages messages, Formats formats) {
        this.box = box;
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        box.getStyleClass().addAll("fact", "id-card");
        box.managedProperty().bind(box.visibleProperty());
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        box.setVisible(!(state instanceof State.None));
        var parts = new ArrayList<Node>();
        parts.add(line("payments.title", "fact-name"));
        switch (state) {
            case State.None _ -> {
            }
            case State.Offered _ -> parts.add(button("payments.read", model::read));
            case State.Reading _ -> parts.add(line("payments.reading", Styles.MUTED));
            case State.Broken _ -> {
                parts.add(line("payments.broken", Styles.WARN));
                parts.add(button("payments.read", model::read));
            }
            case State.Known(var payments) -> known(parts, payments);
        }
        parts.add(line("payments.delivery", Styles.MUTED));
        box.getChildren().setAll(parts);
    }

    private void known(List<Node> parts, AdhocPayments payments) {
        payments.extent().missing().ifPresent(why -> parts.add(label(messages.get("payments.not-checked",
                payments.extent().read(), messages.get("review.why." + Sentences.key(why.cause()))), Styles.WARN)));
        payments.groups().forEach(group -> parts.add(label(messages.get("payments.group",
                group.status().orElseGet(() -> messages.get("payments.no-status")), group.payments(),
                amount(group)), Styles.STRONG)));
        if (!payments.extent().isNothing()) {
            parts.add(label(messages.get("payments.exceptions", payments.exceptions()),
                    payments.exceptions() > 0 ? Styles.WARN : Styles.MUTED));
        }
        var exceptions = payments.listed().stream().filter(each -> each.errorInfo().isPresent()).toList();
        if (!exceptions.isEmpty()) {
            parts.add(list(exceptions));
            parts.add(button("payments.copy", () -> Clipboards.copy(TabSeparated.of(
                    exceptions.stream().map(this::cells).toList()))));
        }
    }

    private String amount(AdhocPayments.Group group) {
        var amount = formats.money(group.amount(), Optional.empty());
        return group.currencyId().isEmpty() ? amount
                : messages.get("payments.amount", amount, Long.toString(group.currencyId().getAsLong()));
    }

    private ListView<AdhocInvoicePayment> list(List<AdhocInvoicePayment> exceptions) {
        var list = new ListView<AdhocInvoicePayment>();
        list.setId("paymentExceptions");
        list.setAccessibleText(messages.get("payments.exceptions", exceptions.size()));
        list.setCellFactory(_ -> new PlainTextCell());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(Math.min(exceptions.size(), MOST_ROWS_IN_SIGHT) * ROW + 2);
        list.getItems().setAll(exceptions);
        return list;
    }

    private List<String> cells(AdhocInvoicePayment payment) {
        return List.of(payment.invoiceId().isPresent() ? Long.toString(payment.invoiceId().getAsLong()) : Formats.NONE,
                payment.status().orElse(Formats.NONE),
                payment.amount().map(value -> formats.money(value, Optional.empty())).orElse(Formats.NONE),
                payment.errorInfo().orElse(""));
    }

    private final class PlainTextCell extends ListCell<AdhocInvoicePayment> {

        @Override
        protected void updateItem(@Nullable AdhocInvoicePayment payment, boolean empty) {
            super.updateItem(payment, empty);
            setText(empty || payment == null ? null : String.join(" · ", cells(payment)));
        }
    }

    private Label line(String key, String style) {
        return label(messages.get(key), style);
    }

    private static Label label(String text, String style) {
        var label = WrappedText.in(PlainText.in(new Label(text)));
        label.getStyleClass().add(style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox button(String key, Runnable action) {
        var button = PlainText.in(new Button(messages.get(key)));
        button.setId(key.equals("payments.read") ? "readPayments" : "copyPayments");
        button.setOnAction(_ -> action.run());
        return new HBox(button);
    }
}
