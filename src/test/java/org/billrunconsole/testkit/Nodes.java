package org.billrunconsole.testkit;

import java.util.Optional;
import javafx.scene.Node;
import org.testfx.api.FxRobot;

/** Finding what a person would see. */
public final class Nodes {

    private Nodes() {}

    /** The one node of a query that is really on the screen: both tabs have parts of the same name. */
    public static <N extends Node> N visible(FxRobot robot, String query, Class<N> type) {
        return type.cast(robot.lookup(query).match(Nodes::isSeen).query());
    }

    /** The same; empty if there is none. */
    public static <N extends Node> Optional<N> find(FxRobot robot, String query, Class<N> type) {
        return robot.lookup(query).match(Nodes::isSeen).tryQuery().map(type::cast);
    }

    /** True if a node and everything it stands in is visible. */
    public static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
