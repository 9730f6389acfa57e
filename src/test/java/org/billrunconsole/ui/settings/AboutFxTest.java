package org.billrunconsole.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class AboutFxTest {

    private final Messages messages = new Messages(Locale.UK);
    private ModalPane modal;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1000, 720);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aboutSaysWhatTheCommandLineSaysAndNamesEveryLibrary(FxRobot robot) {
        robot.interact(() -> AboutDialog.show(messages, modal));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(scene, "about-light"));
        assertThat(Nodes.visible(robot, "#version", Label.class).getText()).isEqualTo(BuildInfo.load().line())
                .doesNotContain("${");
        assertThat(Nodes.visible(robot, "#runtime", Label.class).getText()).matches("Java 25.*, JavaFX 26.*");
        assertThat(Nodes.visible(robot, "#licences", TextArea.class).getText()).contains("okhttp", "Logback",
                "Java Native Access",
                "AtlantaFX", "License");
        robot.interact(() -> {
            Theme.DARK.apply(scene);
            Pictures.take(scene, "about-dark");
            Theme.LIGHT.apply(scene);
        });
        robot.interact(() -> robot.lookup("#closeButton").queryButton().fire());
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void theButtonIsInViewInEveryWindow(FxRobot robot) {
        robot.interact(() -> AboutDialog.show(messages, modal));
        DialogSizes.look(scene, "size-about", "version", "closeButton");
    }
}
