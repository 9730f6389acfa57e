package org.billrunconsole.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.ui.kit.export.FilePlaces;

/**
 * The services of the computer that the program uses and a test replaces.
 *
 * @param sandbox     what the built-in sandbox is to be like
 * @param environment the environment's variables
 * @param desktop     the operating system's messages
 * @param screens     the parts of the screens that windows may use, the main one first; asked on the window's thread
 * @param policy      where the computer's policy lies
 * @param clock       the computer's date and time
 * @param files       where people choose and look at files
 * @param texts       the program's texts in a wanted language
 * @param look        how the operating system wants programs to look; asked on the window's thread
 */
public record PlatformServices(UnaryOperator<SandboxOptions> sandbox, Function<String, Optional<String>> environment,
        DesktopNotices desktop, Supplier<List<WindowBounds.Screen>> screens, PolicyPlace policy,
        InstantSource clock, FilePlaces files, Function<Locale, ResourceBundle> texts, Supplier<SystemLook> look) {

    public static PlatformServices real() {
        return new PlatformServices(UnaryOperator.identity(), name -> Optional.ofNullable(System.getenv(name)),
                DesktopNotices.ofSystem(), MainWindow::screens, PolicyPlace.ofSystem(),
                InstantSource.system(), FilePlaces.ofSystem(), Messages::texts, SystemLook::ofPlatform);
    }

    public PlatformServices withSandbox(UnaryOperator<SandboxOptions> like) {
        return new PlatformServices(like, environment, desktop, screens, policy, clock, files, texts, look);
    }

    public PlatformServices withEnvironment(Function<String, Optional<String>> variables) {
        return new PlatformServices(sandbox, variables, desktop, screens, policy, clock, files, texts, look);
    }

    public PlatformServices withDesktop(DesktopNotices other) {
        return new PlatformServices(sandbox, environment, other, screens, policy, clock, files, texts, look);
    }

    /** With one screen, all of which windows may use; in pixels. */
    public PlatformServices withScreen(double width, double height) {
        return new PlatformServices(sandbox, environment, desktop,
                () -> List.of(new WindowBounds.Screen(0, 0, width, height)), policy, clock, files, texts, look);
    }

    public PlatformServices withPolicy(PolicyPlace other) {
        return new PlatformServices(sandbox, environment, desktop, screens, other, clock, files, texts, look);
    }

    /** With another date and time. */
    public PlatformServices withClock(InstantSource other) {
        return new PlatformServices(sandbox, environment, desktop, screens, policy, other, files, texts, look);
    }

    /** With another way to choose and look at files. */
    public PlatformServices withFiles(FilePlaces other) {
        return new PlatformServices(sandbox, environment, desktop, screens, policy, clock, other, texts, look);
    }

    /** With other texts. */
    public PlatformServices withTexts(Function<Locale, ResourceBundle> other) {
        return new PlatformServices(sandbox, environment, desktop, screens, policy, clock, files, other, look);
    }

    /** With another way the operating system wants programs to look. */
    public PlatformServices withLook(SystemLook other) {
        return new PlatformServices(sandbox, environment, desktop, screens, policy, clock, files, texts, () -> other);
    }
}
