package org.billrunconsole.ui.rundetail;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.billrunconsole.domain.Run;

/**
 * What one tab of the pane shows.
 *
 * @param root what stands in the tab
 * @param show fills it with a run
 */
record TabContent(Node root, Consumer<Run> show) {}
