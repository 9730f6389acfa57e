package org.billrunconsole.i18n;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.billrunconsole.testkit.SourceTrees;

/** Words that a program shows and that stand in its sources instead of a bundle. */
final class LiteralTexts {

    /** One letter alone is a measure of room or a sign. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private static final Set<String> SETTERS = Set.of("setText", "setPromptText", "setAccessibleText",
            "setAccessibleHelp",
            "setAccessibleRoleDescription", "setTitle", "setHeaderText", "setContentText");
    private static final Set<String> CONTROLS = Set.of("Label", "Button", "Tooltip", "MenuItem", "CheckMenuItem",
            "RadioMenuItem", "Menu", "MenuButton", "SplitMenuButton", "CheckBox", "RadioButton", "ToggleButton", "Text",
            "Hyperlink", "TitledPane", "Tab", "TableColumn", "Alert", "ButtonType");
    private static final Pattern IN_FXML = Pattern.compile(
            "\\b(text|promptText|accessibleText|accessibleHelp|accessibleRoleDescription|title)=\"([^%$][^\"]*)\"");

    private LiteralTexts() {}

    /** In Java sources: file, line and words. */
    static List<String> in(SourceTrees sources) {
        var found = new ArrayList<String>();
        sources.units().forEach(unit -> new Scanner(sources, unit, found).scan(unit, null));
        return found;
    }

    /** In an FXML file: attribute and words. */
    static List<String> inFxml(String fxml) {
        return IN_FXML.matcher(fxml)
                .results()
                .filter(each -> WORD.matcher(each.group(2)).find())
                // An address is one in every language.
                .filter(each -> !each.group(2).startsWith("https://"))
                .map(each -> each.group(1) + "=" + each.group(2))
                .toList();
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final SourceTrees sources;
        private final CompilationUnitTree unit;
        private final List<String> found;

        Scanner(SourceTrees sources, CompilationUnitTree unit, List<String> found) {
            this.sources = sources;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && SETTERS.contains(method.getIdentifier().toString())) {
                call.getArguments().forEach(this::look);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (CONTROLS.contains(made.getIdentifier().toString().replaceAll("<.*|.*\\.", ""))) {
                made.getArguments().forEach(this::look);
            }
            return super.visitNewClass(made, nothing);
        }

        private void look(ExpressionTree shown) {
            new TreeScanner<Void, Void>() {

                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String words && WORD.matcher(words).find()) {
                        found.add(sources.place(unit, literal) + " “" + words + "”");
                    }
                    return null;
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    // Whatever it is asked with is a key or a name, and no text.
                    return null;
                }
            }.scan(shown, null);
        }
    }
}
