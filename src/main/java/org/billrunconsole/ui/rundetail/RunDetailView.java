package org.billrunconsole.ui.rundetail;

import java.time.InstantSource;
import javafx.scene.Parent;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.RunLooks;

/**
 * A detail pane made ready for the window.
 *
 * @param root what to show
 */
public record RunDetailView(Parent root) {

    public static RunDetailView create(RunDetailViewModel model, Fxml fxml, Messages messages, Formats formats,
            Sentences sentences,
            InstantSource clock) {
        var facts = new RunFacts(messages, formats, model.desk().names());
        var lines = new StepLines(messages, formats, sentences, new RunLooks(messages, sentences),
                model.desk().insight(), clock);
        return new RunDetailView(fxml.load(new RunDetailController(model, facts, lines,
                new CheckWords(messages, formats, sentences), messages, formats, sentences)));
    }
}
