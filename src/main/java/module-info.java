/** Closes, invoices and distributes bill runs over the Elevate Bill Run API. */
module org.billrunconsole {
    requires atlantafx.base;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.auth0.jwt;
    requires com.fasterxml.jackson.databind;
    requires com.sun.jna;
    requires com.sun.jna.platform;
    requires dev.failsafe.core;
    requires info.picocli;
    requires java.keyring;
    requires javafx.controls;
    requires javafx.fxml;
    requires jdk.httpserver;
    requires net.harawata.appdirs;
    requires nl.altindag.ssl;
    requires okhttp3;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.controlsfx.controls;
    requires org.dhatim.fastexcel;
    requires org.freedesktop.dbus;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires zjsonpatch;
    requires static org.jspecify;

    provides ch.qos.logback.classic.spi.Configurator with org.billrunconsole.support.TerminalLog;

    exports org.billrunconsole to javafx.graphics;

    opens org.billrunconsole.ui.actions to javafx.fxml;
    opens org.billrunconsole.ui.activity to javafx.fxml;
    opens org.billrunconsole.ui.board to javafx.fxml;
    opens org.billrunconsole.ui.compare to javafx.fxml;
    opens org.billrunconsole.ui.connect to javafx.fxml;
    opens org.billrunconsole.ui.evidence to javafx.fxml;
    opens org.billrunconsole.ui.kit to javafx.fxml;
    opens org.billrunconsole.ui.kit.export to javafx.fxml;
    opens org.billrunconsole.ui.plan to javafx.fxml;
    opens org.billrunconsole.ui.plan.panel to javafx.fxml;
    opens org.billrunconsole.ui.review to javafx.fxml;
    opens org.billrunconsole.ui.rundetail to javafx.fxml;
    opens org.billrunconsole.ui.rundetail.json to javafx.fxml;
    opens org.billrunconsole.ui.rundetail.note to javafx.fxml;
    opens org.billrunconsole.ui.rundetail.timeline to javafx.fxml;
    opens org.billrunconsole.ui.runlist to javafx.fxml;
    opens org.billrunconsole.ui.settings to javafx.fxml;
    opens org.billrunconsole.ui.shell to javafx.fxml;

    // Jackson maps the journal's checkpoint by the record's components.
    opens org.billrunconsole.journal to com.fasterxml.jackson.databind;

    // And the settings and the policy file, in the same way.
    opens org.billrunconsole.settings to com.fasterxml.jackson.databind;
    opens org.billrunconsole.settings.policy to com.fasterxml.jackson.databind;

    // D-Bus makes a proxy of the interface that desktops have for messages.
    exports org.billrunconsole.desktop to org.freedesktop.dbus;

    // The custom controls that FXML names.
    exports org.billrunconsole.ui.kit to javafx.fxml;
    exports org.billrunconsole.ui.kit.dialog to javafx.fxml;
    exports org.billrunconsole.ui.kit.look to javafx.fxml;
}
