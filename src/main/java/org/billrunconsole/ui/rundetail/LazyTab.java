package org.billrunconsole.ui.rundetail;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import org.billrunconsole.domain.Run;

/**
 * A tab of the pane whose content is made when it is first seen, and filled only while it is seen: choosing a run costs
 * nothing for the tabs behind.
 */
final class LazyTab {

    private final Tab tab;
    private final Supplier<TabContent> factory;
    private final Consumer<Runnable> guard;
    private Optional<TabContent> content = Optional.empty();
    private Optional<Run> toShow = Optional.empty();

    /** @param guard runs what fills the tab, and deals with what it throws */
    LazyTab(Tab tab, Supplier<TabContent> factory, Consumer<Runnable> guard) {
        this.tab = tab;
        this.factory = factory;
        this.guard = guard;
        tab.selectedProperty().subscribe(_ -> guard.accept(this::fill));
    }

    /** Shows a run, or the same run again with what has become known of it; later, if the tab is not seen now. */
    void show(Run run) {
        toShow = Optional.of(run);
        guard.accept(this::fill);
    }

    private void fill() {
        if (!tab.isSelected() || toShow.isEmpty()) {
            return;
        }
        var run = toShow.get();
        toShow = Optional.empty();
        if (content.isEmpty()) {
            content = Optional.of(factory.get());
            tab.setContent(content.get().root());
        }
        content.get().show().accept(run);
    }
}
