package org.billrunconsole.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Shows messages on Linux desktops over the session's D-Bus. The connection stays open, since some desktops take a
 * message back when its sender has left the bus; a broken one is replaced for the next message.
 */
final class BusChannel implements Channel {

    /** Opens the way to a bus. */
    @FunctionalInterface
    interface Opener {
        DBusConnection open() throws DBusException;
    }

    private record Desktop(DBusConnection bus, Notifications notifications, boolean markup) {}

    private final Opener opener;
    private @Nullable Desktop desktop;

    BusChannel() {
        this(() -> DBusConnectionBuilder.forSessionBus().withShared(false).build());
    }

    BusChannel(Opener opener) {
        this.opener = opener;
    }

    @Override
    public void show(String title, String text) throws DBusException {
        var now = desktop == null || !desktop.bus().isConnected() ? connect() : desktop;
        try {
            now.notifications().Notify(PROGRAM, new UInt32(0), "bill-run-console", title,
                    now.markup() ? escaped(text) : text, List.of(),
                    Map.of("desktop-entry", new Variant<>("bill-run-console")), -1);
        } catch (DBusExecutionException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (desktop != null) {
            desktop.bus().disconnect();
            desktop = null;
        }
    }

    private Desktop connect() throws DBusException {
        close();
        var bus = opener.open();
        try {
            var notifications = bus.getRemoteObject(Notifications.BUS_NAME, Notifications.PATH, Notifications.class);
            var made = new Desktop(bus, notifications, notifications.GetCapabilities().contains("body-markup"));
            desktop = made;
            return made;
        } catch (DBusException | DBusExecutionException e) {
            bus.disconnect();
            throw e;
        }
    }

    /** Where markup is shown, what looks like it must not be taken for it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
