package io.cloudpbx.pages.api;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Where the sources make problems: which method, with which codes and sentences. */
final class RefusalSites extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Map<String, Integer> STATUS =
            Map.of("notFound", 404, "forbidden", 403, "conflict", 409, "tooMany", 429);

    private final Map<String, Set<Refusal>> byMethod = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Deque<String> classes = new ArrayDeque<>();
    private final Map<String, ExpressionTree> locals = new HashMap<>();
    private String module = "";
    private String method = "";

    private RefusalSites() {}

    /** All sources below a folder. */
    static RefusalSites of(Path sources) throws IOException {
        var sites = new RefusalSites();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            var units = files.getJavaFileObjectsFromPaths(
                    found.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                sites.module = String.valueOf(unit.getPackageName());
                sites.scan(unit, null);
            }
        }
        return sites;
    }

    /** By method, such as {@code io.cloudpbx.calls.Calls.find}; a class within another by a dollar sign. */
    Map<String, Set<Refusal>> byMethod() {
        return byMethod;
    }

    /** Places whose code is only known when they run. */
    List<String> unreadable() {
        return unreadable;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        classes.addLast(type.getSimpleName().toString());
        super.visitClass(type, nothing);
        classes.removeLast();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        String before = method;
        method = tree.getName().toString();
        locals.clear();
        super.visitMethod(tree, nothing);
        method = before;
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        if (variable.getInitializer() != null) {
            locals.put(variable.getName().toString(), variable.getInitializer());
        }
        return super.visitVariable(variable, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression().toString().equals("Problem")) {
            String name = select.getIdentifier().toString();
            var arguments = call.getArguments();
            if (name.equals("of")) {
                add(constant(arguments.get(0)), arguments.get(1), arguments.get(2));
            } else if (STATUS.containsKey(name)) {
                ExpressionTree detail = arguments.get(name.equals("conflict") ? arguments.size() - 1 : 1);
                add(STATUS.get(name), arguments.getFirst(), detail);
            } else if (name.equals("invalid")) {
                note(new Refusal(422, "invalid_fields", "Some fields are not right."));
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private void add(int status, ExpressionTree code, ExpressionTree detail) {
        List<String> codes = strings(code);
        if (codes.isEmpty()) {
            unreadable.add(here());
        }
        List<String> sentences = strings(detail);
        String sentence = sentences.isEmpty() ? "…" : sentences.getFirst();
        codes.forEach(each -> note(new Refusal(status, each, sentence)));
    }

    private void note(Refusal refusal) {
        byMethod.computeIfAbsent(here(), method -> new TreeSet<>()).add(refusal);
    }

    private String here() {
        return module + "." + String.join("$", classes) + "." + method;
    }

    /** A status that is a variable is one that Spring found. */
    private static int constant(ExpressionTree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer status ? status : 400;
    }

    /** What an expression can be, with three dots for what varies; nothing when all of it does. */
    private List<String> strings(ExpressionTree tree) {
        return switch (tree) {
            case LiteralTree literal when literal.getValue() instanceof String text -> List.of(text);
            case ParenthesizedTree inner -> strings(inner.getExpression());
            case ConditionalExpressionTree either ->
                Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(each -> strings(each).stream())
                        .toList();
            case BinaryTree sum -> List.of(part(sum.getLeftOperand()) + part(sum.getRightOperand()));
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted") ->
                strings(select.getExpression()).stream()
                        .map(text -> text.replaceAll("%,?[ds]", "…"))
                        .toList();
            case IdentifierTree name
            when locals.containsKey(name.getName().toString()) ->
                strings(locals.get(name.getName().toString()));
            default -> List.of();
        };
    }

    private String part(ExpressionTree tree) {
        List<String> known = strings(tree);
        return known.isEmpty() ? "…" : known.getFirst();
    }
}
