/** What the start of the program is measured against. */
module org.billrunconsole.yardstick {
    requires javafx.controls;

    exports org.billrunconsole.yardstick to javafx.graphics;
}
