package org.billrunconsole.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.junit.jupiter.api.Test;

/**
 * A message over the session's own bus, as the program sends it. Its name keeps it out of the suite, for which there is
 * no session: {@code dbus-run-session -- mvn test -Dtest=SessionBusTrial}.
 */
class SessionBusTrial {

    @Test
    void aMessageReachesTheSessionsDesktop() throws Exception {
        try (var theirs = DBusConnectionBuilder.forSessionBus().withShared(false).build();
                var notices = DesktopNotices.ofSystem()) {
            var desktop = new FakeDesktop(theirs, List.of("body", "body-markup"));
            notices.show("Nov 2026 Business: Draft invoices ready", "SANDBOX · Practice");
            assertThat(desktop.shown()).containsExactly(new FakeDesktop.Shown("Bill Run Console",
                    "Nov 2026 Business: Draft invoices ready", "SANDBOX · Practice"));
        }
    }
}
