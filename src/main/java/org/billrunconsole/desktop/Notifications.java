package org.billrunconsole.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The Desktop Notifications Specification's interface, as far as it is used; public because D-Bus calls it so. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {

    String BUS_NAME = "org.freedesktop.Notifications";
    String PATH = "/org/freedesktop/Notifications";

    /** What the desktop can show, for example {@code body-markup}. */
    List<String> GetCapabilities();

    /**
     * Shows a message.
     *
     * @param replaces 0 for a new one
     * @param actions  pairs of key and label
     * @param timeout  milliseconds; -1 for as long as the desktop likes
     * @return its number
     */
    UInt32 Notify(String program, UInt32 replaces, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int timeout);
}
