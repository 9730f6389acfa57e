package org.billrunconsole.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.connections.transports.TransportBuilder.SaslAuthMode;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages over a real D-Bus connection to a bus inside the test. Not part of {@code mvn verify}: once in a few starts
 * that bus, which is a library's, lets a client wait for ever.
 */
@DisabledOnOs(OS.WINDOWS)
class BusChannelTrial {

    private static final long PATIENCE_MILLIS = 30_000;

    @TempDir
    private Path folder;
    private EmbeddedDBusDaemon daemon;
    private DBusConnection theirs;
    private int opened;
    private final BusChannel channel = new BusChannel(() -> {
        opened++;
        return connect();
    });

    @BeforeEach
    void start() throws Exception {
        daemon = new EmbeddedDBusDaemon("unix:path=" + folder.resolve("bus") + ",listen=true");
        daemon.setSaslAuthMode(SaslAuthMode.AUTH_EXTERNAL);
        daemon.startInBackgroundAndWait(PATIENCE_MILLIS);
        // It says that it has started before it listens.
        theirs = await().atMost(Duration.ofMillis(PATIENCE_MILLIS))
                .ignoreExceptionsInstanceOf(DBusException.class)
                .until(this::connect, Objects::nonNull);
    }

    @AfterEach
    void stop() throws Exception {
        channel.close();
        theirs.disconnect();
        daemon.close();
    }

    private DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress("unix:path=" + folder.resolve("bus")).withShared(false).build();
    }

    @Test
    void messagesArriveOverOneConnection() throws Exception {
        var desktop = new FakeDesktop(theirs, List.of("body"));
        channel.show("Nov 2026 Business: Draft invoices ready", "PRODUCTION · Elevate EU");
        channel.show("Oct 2026 Partners is stalled", "a < b & c");
        assertThat(desktop.shown()).containsExactly(
                new FakeDesktop.Shown("Bill Run Console", "Nov 2026 Business: Draft invoices ready",
                        "PRODUCTION · Elevate EU"),
                new FakeDesktop.Shown("Bill Run Console", "Oct 2026 Partners is stalled", "a < b & c"));
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void whereTextMayHoldMarkupItIsNotTakenForIt() throws Exception {
        var desktop = new FakeDesktop(theirs, List.of("body", "body-markup"));
        channel.show("title", "<b>a</b> & c");
        assertThat(desktop.shown()).extracting(FakeDesktop.Shown::text)
                .containsExactly("&lt;b&gt;a&lt;/b&gt; &amp; c");
    }

    @Test
    void withoutADesktopNothingHappens() {
        var notices = new SystemNotices(channel);
        notices.show("title", "text");
        notices.close();
        assertThat(opened).isEqualTo(1);
    }
}
