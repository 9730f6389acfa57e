package org.billrunconsole.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On every test class that shows a window, before anything else: what goes wrong on the window's thread or with the
 * keyboard fails the test, and no window outlives it. JUnit cannot find these by itself: the tests are part of the
 * program's module, in which Java looks for no files under META-INF/services.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith({WindowThreadGuard.class, FocusGuard.class, WindowsLeft.class})
public @interface ShowsWindow {
}
