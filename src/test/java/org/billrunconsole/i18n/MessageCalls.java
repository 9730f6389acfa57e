package org.billrunconsole.i18n;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.billrunconsole.testkit.SourceTrees;

/** Where a program asks for its texts, and with what it fills them. */
final class MessageCalls {

    /** What an argument is, as far as it can be told from its type. */
    enum Kind {
        NUMBER, OTHER,
        /** An array of who knows how many. */
        SEVERAL
    }

    /**
     * One call.
     *
     * @param place     file and line
     * @param key       the key, or its beginning
     * @param beginning whether it goes on with what is only known when the program runs
     * @param arguments what it is filled with
     */
    record Call(String place, String key, boolean beginning, List<Kind> arguments) {

        boolean asksFor(String other) {
            return beginning ? other.startsWith(key) : other.equals(key);
        }

        boolean isCounted() {
            return !arguments.contains(Kind.SEVERAL);
        }
    }

    private MessageCalls() {}

    /** All calls whose key can be read, at least its beginning. */
    static List<Call> in(SourceTrees sources) {
        var calls = new ArrayList<Call>();
        sources.units().forEach(unit -> new Scanner(sources, unit, calls).scan(unit, null));
        return calls;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final SourceTrees sources;
        private final CompilationUnitTree unit;
        private final List<Call> calls;

        Scanner(SourceTrees sources, CompilationUnitTree unit, List<Call> calls) {
            this.sources = sources;
            this.unit = unit;
            this.calls = calls;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var called = sources.trees().getElement(getCurrentPath());
            if (called != null && called.getSimpleName().contentEquals("get")
                    && called.getEnclosingElement() instanceof TypeElement owner
                    && owner.getQualifiedName().contentEquals(Messages.class.getName())) {
                var arguments = call.getArguments().stream().skip(1).map(this::kind).toList();
                keys(call.getArguments().getFirst()).forEach(key -> calls.add(new Call(sources.place(unit, call),
                        key.text(), key.beginning(), arguments)));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private record Key(String text, boolean beginning) {}

        private static Stream<Key> keys(ExpressionTree key) {
            return switch (key) {
                case LiteralTree literal -> Stream.of(new Key(String.valueOf(literal.getValue()), false));
                case ParenthesizedTree inner -> keys(inner.getExpression());
                case ConditionalExpressionTree either -> Stream.concat(keys(either.getTrueExpression()),
                        keys(either.getFalseExpression()));
                case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> keys(sum.getLeftOperand())
                        .map(left -> new Key(left.text(), true));
                default -> Stream.of();
            };
        }

        private Kind kind(ExpressionTree argument) {
            var type = sources.trees().getTypeMirror(new TreePath(getCurrentPath(), argument));
            return switch (type) {
                case null -> Kind.OTHER;
                case ArrayType _ -> Kind.SEVERAL;
                default -> isNumber(type) ? Kind.NUMBER : Kind.OTHER;
            };
        }

        private static boolean isNumber(TypeMirror type) {
            return type.getKind().isPrimitive() && type.getKind() != javax.lang.model.type.TypeKind.BOOLEAN
                    && type.getKind() != javax.lang.model.type.TypeKind.CHAR
                    || type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                            && (element.getQualifiedName().contentEquals("java.lang.Number")
                                    || isNumber(element.getSuperclass()));
        }
    }
}
