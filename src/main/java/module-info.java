/** Closes, invoices and distributes bill runs over the Elevate Bill Run API. */
module org.billrunconsole {
    requires atlantafx.base;
    requires ch.qos.logback.classic;
    requires com.fasterxml.jackson.databind;
    requires dev.failsafe.core;
    requires info.picocli;
    requires javafx.controls;
    requires javafx.fxml;
    requires jdk.httpserver;
    requires net.harawata.appdirs;
    requires okhttp3;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires zjsonpatch;
    requires static org.jspecify;

    exports org.billrunconsole to javafx.graphics;

    opens org.billrunconsole.ui.actions to javafx.fxml;
    opens org.billrunconsole.ui.activity to javafx.fxml;
    opens org.billrunconsole.ui.rundetail to javafx.fxml;
    opens org.billrunconsole.ui.runlist to javafx.fxml;
    opens org.billrunconsole.ui.shell to javafx.fxml;

    // The custom controls that FXML names.
    exports org.billrunconsole.ui.kit to javafx.fxml;
}
