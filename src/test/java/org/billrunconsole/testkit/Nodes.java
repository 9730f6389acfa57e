package org.billrunconsole.testkit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** True if all of a node can be seen: it is not cut off by the window's edge, nor scrolled away. */
    public static boolean isWhole(Node node) {
        var own = node.localToScene(node.getLayoutBounds());
        return isSeen(node) && Stream.<Node>iterate(node.getParent(), Objects::nonNull, Node::getParent)
                .filter(each -> each.getClip() != null || each.getParent() == null)
                .map(each -> each.localToScene(each.getLayoutBounds()))
                .allMatch(frame -> own.getMinY() >= frame.getMinY() - 1 && own.getMaxY() <= frame.getMaxY() + 1
                        && own.getMinX() >= frame.getMinX() - 1 && own.getMaxX() <= frame.getMaxX() + 1);
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
