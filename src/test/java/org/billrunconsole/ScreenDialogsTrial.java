package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billrunconsole.ScreenTrial.closing;
import static org.billrunconsole.ScreenTrial.op;
import static org.billrunconsole.ScreenTrial.patch;

import java.util.Optional;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every dialog, opened by a real mouse and by a real keyboard, typed into, and left; each confirmation also sent. */
class ScreenDialogsTrial {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @RegisterExtension
    private final RealConsole console = new RealConsole();
    private RealHands hands;
    private RealConfirmation dialog;

    enum Confirmation {
        CLOSE, DRAFTS, FULL, DISTRIBUTE, REOPEN, INVOICE_DATE, NICKNAME, SCHEDULE;

        /** What opens it in the pane, or the menu it is in. */
        String button() {
            return switch (this) {
                case CLOSE, DRAFTS, FULL, DISTRIBUTE -> "#actionPrimary";
                case REOPEN -> "#actionReopen";
                case INVOICE_DATE -> "#actionInvoiceDate";
                case NICKNAME -> "#actionNickname";
                case SCHEDULE -> "#moreActions";
            };
        }

        RunKind kind() {
            return this == NICKNAME ? RunKind.ADHOC : RunKind.REGULAR;
        }

        /** Described as not undoable. */
        boolean isGrave() {
            return this == FULL || this == DISTRIBUTE;
        }

        boolean isDue() {
            return "#actionPrimary".equals(button());
        }
    }

    // ---- Confirmations

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aConfirmationHasTheKeyboard(Confirmation which) {
        open();
        var run = choose(which);
        openByMouse(which);
        dialog.assertHasKeyboard();
        console.picture("by-mouse");
        hands.key("Down");
        assertThat(RealConfirmation.dialogs()).containsExactly("confirmDialog");
        assertThat(console.chosen(which.kind())).as("chosen behind it").contains(run.key());
        dialog.assertOwnsKeyboard();
        hands.key("Escape");
        hands.untilGone("#confirmDialog");
        assertThat(hands.hasKeyboard(which.button())).as("the keyboard where it was, not %s", hands.owner()).isTrue();
        assertThat(console.chosen(which.kind())).contains(run.key());
        assertThat(console.sent()).isEmpty();

        openByKey(which, run);
        dialog.assertHasKeyboard();
        sendNothingByEnterAlone(which, run);
        var expected = fillIn(which, run);
        dialog.assertWhole();
        console.picture("by-key");
        dialog.confirmByKey(run);
        assertThat(console.sent()).containsExactly(expected);
    }

    /** What Enter presses first is Cancel, where a step cannot be undone. */
    private void sendNothingByEnterAlone(Confirmation which, RunRow run) {
        if (which.isGrave()) {
            hands.key("Return");
            hands.untilGone("#confirmDialog");
            assertThat(console.sent()).as("after Enter").isEmpty();
            openByKey(which, run);
        }
    }

    private RunRow choose(Confirmation which) {
        return switch (which) {
            case CLOSE, INVOICE_DATE, SCHEDULE -> console.chooseByMouse(RunKind.REGULAR, console::isCloseable);
            case DRAFTS, REOPEN -> chooseReady(Known.REPORTING);
            case FULL -> chooseReady(Known.DRAFT_INVOICES);
            case DISTRIBUTE -> chooseReady(Known.FULL_INVOICES);
            case NICKNAME -> {
                hands.clickText("#adhocTab .label", "Ad hoc");
                yield console.chooseByMouse(RunKind.ADHOC, row -> DialogsJourneyTest.isOpen(row)
                        && nickname(row).isPresent());
            }
        };
    }

    private RunRow chooseReady(Known stage) {
        return console.chooseByMouse(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, stage));
    }

    private void openByMouse(Confirmation which) {
        hands.click(which.button());
        if (which == Confirmation.SCHEDULE) {
            hands.clickItem("Adjust schedule…");
        }
        hands.untilSeen("#confirmDialog");
    }

    private void openByKey(Confirmation which, RunRow run) {
        if (which.isDue()) {
            console.askForStep(run);
            return;
        }
        hands.tabTo(which.button());
        hands.key("space");
        if (which == Confirmation.SCHEDULE) {
            hands.itemByKey("Adjust schedule…");
        }
        hands.untilSeen("#confirmDialog");
    }

    /** Fills it in by key. @return what is to be sent */
    private String fillIn(Confirmation which, RunRow run) {
        var day = run.run().invoiceDate().orElseThrow().withDayOfMonth(15);
        return switch (which) {
            case CLOSE -> {
                typeInto("#invoiceDate", day.toString());
                yield closing(run, day);
            }
            case INVOICE_DATE -> {
                typeInto("#invoiceDate", day.toString());
                yield patch(run, op("invoiceDate", day.toString()));
            }
            case NICKNAME -> {
                typeInto("#confirmDialog #nickname", "Credit rebill (Q4)");
                yield patch(run, op("nickname", "Credit rebill (Q4)"));
            }
            case SCHEDULE -> {
                hands.tabTo("#periods");
                hands.key("Up");
                yield "POST /adjust-bill-run-schedule/" + run.run().id() + "?periods=1";
            }
            case DRAFTS -> patch(run, op("summaryStatus", "DRAFT_INVOICES"));
            case FULL -> patch(run, op("summaryStatus", "FULL_INVOICES"));
            case DISTRIBUTE -> patch(run, op("summaryStatus", "DISTRIBUTION"));
            case REOPEN -> patch(run, op("billRunStatus", "OPEN"));
        };
    }

    private void typeInto(String query, String text) {
        hands.tabTo(query);
        hands.typeOver(text);
    }

    private static Optional<String> nickname(RunRow row) {
        return row.run() instanceof AdhocBillRun adhoc ? adhoc.nickname() : Optional.empty();
    }

    // ---- The other dialogs

    enum Other {
        CONNECTIONS, SIGN_IN, UNLOCK, SETTINGS, ABOUT, DIAGNOSTICS, KEYS;

        String id() {
            return switch (this) {
                case CONNECTIONS -> "connectionsDialog";
                case SIGN_IN -> "signInDialog";
                case UNLOCK -> "unlockDialog";
                case SETTINGS -> "settingsDialog";
                case ABOUT -> "aboutDialog";
                case DIAGNOSTICS -> "diagnosticsDialog";
                case KEYS -> "keyOverlay";
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void anotherDialogHasTheKeyboard(Other which) {
        var server = signIn(ConnectionKind.PRODUCTION);
        var run = console.chooseByKey(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        openByMouse(which);
        hands.untilSeen("#" + which.id());
        dialog.assertHasKeyboard();
        console.picture("by-mouse");
        hands.key("Escape");
        hands.untilGone("#" + which.id());

        hands.key("Control_L", "1");
        openByKey(which);
        hands.untilSeen("#" + which.id());
        dialog.assertHasKeyboard();
        typeSomething(which);
        console.picture("by-key");
        dialog.assertOwnsKeyboard();
        assertThat(RealConfirmation.dialogs()).containsExactly(which.id());
        assertThat(console.chosen(RunKind.REGULAR)).as("chosen behind it").contains(run.key());
        hands.key("Escape");
        hands.untilGone("#" + which.id());
        assertThat(server.log().writes()).isEmpty();
    }

    private void openByMouse(Other which) {
        switch (which) {
            case CONNECTIONS -> hands.click("#environmentPill");
            case SIGN_IN, UNLOCK -> chooseInMenu("#sessionState", item(which));
            case SETTINGS, ABOUT, DIAGNOSTICS, KEYS -> chooseInMenu("#settingsButton", item(which));
        }
    }

    private void chooseInMenu(String menu, String item) {
        hands.click(menu);
        hands.clickItem(item);
    }

    private void openByKey(Other which) {
        switch (which) {
            case CONNECTIONS -> hands.key("Control_L", "k");
            case ABOUT -> hands.key("Control_L", "i");
            case KEYS -> hands.key("F1");
            case SIGN_IN, UNLOCK -> chooseInMenuByKey("#sessionState", item(which));
            case SETTINGS, DIAGNOSTICS -> chooseInMenuByKey("#settingsButton", item(which));
        }
    }

    private void chooseInMenuByKey(String menu, String item) {
        hands.tabTo(menu);
        hands.key("space");
        hands.itemByKey(item);
    }

    private static String item(Other which) {
        return switch (which) {
            case SIGN_IN -> "Sign in again…";
            case UNLOCK -> "Switch changes on…";
            case SETTINGS -> "Settings…";
            case ABOUT -> "About Bill Run Console";
            case DIAGNOSTICS -> "Save diagnostics…";
            case KEYS -> "Keys";
            case CONNECTIONS -> "Connections…";
        };
    }

    private void typeSomething(Other which) {
        switch (which) {
            case CONNECTIONS -> {
                hands.tabTo("#addButton");
                hands.key("space");
                typeAndSee("#connectionName", "Elevate EU");
            }
            case SIGN_IN -> typeAndSee("#secret", "not the token");
            case UNLOCK -> typeAndSee("#unlockReason", "November close");
            case SETTINGS -> typeAndSee("#stalledMinutes .text-field", "25");
            // They have nothing to type into; then a letter does nothing.
            case ABOUT, DIAGNOSTICS, KEYS -> hands.type("x");
        }
    }

    private void typeAndSee(String field, String text) {
        hands.tabTo(field.split(" ")[0]);
        hands.typeOver(text);
        assertThat(hands.says(field)).isEqualTo(text);
    }

    // ---- A session that ends

    @Test
    void aSignInOverAConfirmationGivesTheKeyboardBack() {
        var server = signIn(ConnectionKind.TEST);
        var run = console.chooseByKey(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.FULL_INVOICES));
        console.askForStep(run);
        dialog.giveReason();
        dialog.giveName(run);
        server.faults().expireTokens();
        RealHands.see(() -> {
            // As coming back from another program does; the next look at the server finds out.
            console.app().wiring().shell().cameToFront();
            return true;
        });
        giveToken(server);
        assertThat(hands.hasKeyboard("#confirmName")).as("the keyboard where it was, not %s", hands.owner()).isTrue();
        assertThat(hands.says("#confirmName")).isEqualTo(run.run().label());
        assertThat(RealConfirmation.dialogs()).containsExactly("confirmDialog");
        assertThat(console.sent()).isEmpty();
        hands.tabTo("#confirmButton");
        hands.key("space");
        hands.untilGone("#confirmDialog");
        assertThat(console.sent()).containsExactly(patch(run, op("summaryStatus", "DISTRIBUTION")));
    }

    private void open() {
        console.open(DialogsJourneyTest::still);
        hands = console.hands();
        dialog = new RealConfirmation(hands);
    }

    /** Opens another system and signs in there as its first dialog asks. */
    private Sandbox signIn(ConnectionKind kind) {
        var server = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        console.openOn(server, kind);
        hands = console.hands();
        dialog = new RealConfirmation(hands);
        giveToken(server);
        console.until(RunKind.REGULAR, _ -> true);
        return server;
    }

    private void giveToken(Sandbox server) {
        hands.untilSeen("#signInDialog");
        dialog.assertHasKeyboard();
        hands.tabTo("#secret");
        hands.type(server.token(SandboxUser.OPERATOR));
        hands.key("Return");
        hands.untilGone("#signInDialog");
    }
}
