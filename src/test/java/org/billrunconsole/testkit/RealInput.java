package org.billrunconsole.testkit;

import com.sun.jna.NativeLong;
import com.sun.jna.platform.unix.X11;
import com.sun.jna.platform.unix.X11.AtomByReference;
import com.sun.jna.platform.unix.X11.Display;
import com.sun.jna.platform.unix.X11.KeySym;
import com.sun.jna.platform.unix.X11.Window;
import com.sun.jna.platform.unix.X11.XClientMessageEvent;
import com.sun.jna.platform.unix.X11.XEvent;
import com.sun.jna.platform.unix.X11.XTest;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Keys and mouse as the X server knows them: events of the X test extension, which the window manager and the program
 * cannot tell from a person's. Of the program it knows nothing but which window is in front. For one thread.
 */
public final class RealInput implements AutoCloseable {

    private static final NativeLong NOW = new NativeLong(0);
    private static final int LEFT = 1;
    /** A character beyond Latin-1 is this and its code point, by X's own rule. */
    private static final int UNICODE_KEY = 0x0100_0000;
    private static final int LATIN_1 = 0xff;
    /** From the upper left; place and size are both given; a person wants it: see the window managers' specification. */
    private static final long PLACE_AND_SIZE = 1 | 0b1111 << 8 | 2 << 12;
    private static final NativeLong TO_THE_MANAGER = new NativeLong(
            X11.SubstructureRedirectMask | X11.SubstructureNotifyMask);

    private final X11 x = X11.INSTANCE;
    private final XTest test = XTest.INSTANCE;
    private final Display display = x.XOpenDisplay(null);

    /** @throws IllegalStateException if there is no display, see the variable {@code DISPLAY} */
    public RealInput() {
        if (display == null) {
            throw new IllegalStateException("No X display: " + System.getenv("DISPLAY"));
        }
    }

    /**
     * Presses keys one after the other and lets them go the other way round.
     *
     * @param names as X names them: {@code Tab}, {@code Return}, {@code Control_L}, {@code k}
     */
    public void press(String... names) {
        var keys = new ArrayList<Integer>();
        for (var name : names) {
            keys.add(code(x.XStringToKeysym(name), name));
        }
        press(keys);
    }

    /** Types one character, with Shift where the keyboard has it there. */
    public void type(int character) {
        var key = new KeySym(character <= LATIN_1 ? character : UNICODE_KEY + character);
        var code = code(key, Character.toString(character));
        press(isShifted(code, key) ? List.of(code(x.XStringToKeysym("Shift_L"), "Shift_L"), code) : List.of(code));
    }

    /** Moves the mouse to a point of the screen, in pixels of the screen. */
    public void moveTo(int left, int top) {
        test.XTestFakeMotionEvent(display, -1, left, top, NOW);
        x.XSync(display, false);
    }

    /** Clicks where the mouse is while a key is down. */
    public void clickWith(String name) {
        var key = code(x.XStringToKeysym(name), name);
        test.XTestFakeKeyEvent(display, key, true, NOW);
        click();
        test.XTestFakeKeyEvent(display, key, false, NOW);
        x.XSync(display, false);
    }

    /** Clicks where the mouse is. */
    public void click() {
        test.XTestFakeButtonEvent(display, LEFT, true, NOW);
        test.XTestFakeButtonEvent(display, LEFT, false, NOW);
        x.XSync(display, false);
    }

    /**
     * Has the window manager put the window in front to the screen's upper left and give its content a size, as when a
     * person pulls at its frame. It is done some time after this returns; then the program hears of it once, while a
     * program that sets its own size hears of the old one and the new one in turn.
     *
     * @param width  of the content, in pixels of the screen, as is its height
     */
    public void resize(int width, int height) {
        var event = new XEvent();
        event.setType(XClientMessageEvent.class);
        event.xclient.type = X11.ClientMessage;
        event.xclient.window = inFront();
        event.xclient.message_type = x.XInternAtom(display, "_NET_MOVERESIZE_WINDOW", false);
        event.xclient.format = Integer.SIZE;
        event.xclient.data.setType(NativeLong[].class);
        event.xclient.data.l = LongStream.of(PLACE_AND_SIZE, 0, 0, width, height)
                .mapToObj(NativeLong::new)
                .toArray(NativeLong[]::new);
        x.XSendEvent(display, x.XDefaultRootWindow(display), 0, TO_THE_MANAGER, event);
        x.XSync(display, false);
    }

    private Window inFront() {
        var value = new PointerByReference();
        x.XGetWindowProperty(display, x.XDefaultRootWindow(display),
                x.XInternAtom(display, "_NET_ACTIVE_WINDOW", false), new NativeLong(0), new NativeLong(1), false,
                X11.XA_WINDOW,
                new AtomByReference(), new IntByReference(), new NativeLongByReference(), new NativeLongByReference(),
                value);
        if (value.getValue() == null) {
            throw new IllegalStateException("No window manager says which window is in front");
        }
        var window = new Window(value.getValue().getNativeLong(0).longValue());
        x.XFree(value.getValue());
        return window;
    }

    @Override
    public void close() {
        x.XCloseDisplay(display);
    }

    private void press(List<Integer> keys) {
        keys.forEach(key -> test.XTestFakeKeyEvent(display, key, true, NOW));
        keys.reversed().forEach(key -> test.XTestFakeKeyEvent(display, key, false, NOW));
        x.XSync(display, false);
    }

    private int code(KeySym key, String name) {
        var code = key == null ? 0 : Byte.toUnsignedInt(x.XKeysymToKeycode(display, key));
        if (code == 0) {
            throw new IllegalArgumentException("This keyboard has no key for " + name);
        }
        return code;
    }

    private boolean isShifted(int code, KeySym key) {
        return !key.equals(x.XKeycodeToKeysym(display, (byte) code, 0))
                && key.equals(x.XKeycodeToKeysym(display, (byte) code, 1));
    }
}
