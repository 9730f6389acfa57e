package org.billrunconsole.desktop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A desktop on a bus that keeps what it is asked to show. */
public final class FakeDesktop implements Notifications {

    /** A message as it arrived. */
    public record Shown(String program, String title, String text) {}

    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final List<String> capabilities;

    /** Takes the desktop's name on a bus. */
    public FakeDesktop(DBusConnection bus, List<String> capabilities) throws DBusException {
        this.capabilities = List.copyOf(capabilities);
        bus.requestBusName(BUS_NAME);
        bus.exportObject(PATH, this);
    }

    public List<Shown> shown() {
        return List.copyOf(shown);
    }

    @Override
    public List<String> GetCapabilities() {
        return capabilities;
    }

    @Override
    public UInt32 Notify(String program, UInt32 replaces, String icon, String summary, String body,
            List<String> actions, Map<String, Variant<?>> hints, int timeout) {
        shown.add(new Shown(program, summary, body));
        return new UInt32(shown.size());
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
