package io.cloudpbx.pages.api;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of our methods a method may end up in, by the calls in the compiled classes: through lambdas, and through interfaces to whoever
 * implements them. Events are not followed, as whoever publishes one does not answer for its listeners.
 */
final class Reach {
    private static final String OURS = "io/cloudpbx/";

    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Map<String, Set<String>> heirs = new HashMap<>();

    /** @param classes the folder of compiled classes */
    Reach(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(OURS))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                read(ClassFile.of().parse(file));
            }
        }
    }

    private void read(ClassModel type) {
        String name = type.thisClass().asInternalName();
        type.superclass().ifPresent(parent -> heir(parent.asInternalName(), name));
        type.interfaces().forEach(parent -> heir(parent.asInternalName(), name));
        type.methods().forEach(method -> {
            Set<String> called =
                    calls.computeIfAbsent(key(name, method.methodName().stringValue()), key -> new HashSet<>());
            method.code().ifPresent(code -> code.forEach(element -> called.addAll(calledBy(element))));
        });
    }

    private void heir(String parent, String child) {
        if (parent.startsWith(OURS)) {
            heirs.computeIfAbsent(parent, key -> new HashSet<>()).add(child);
        }
    }

    private static Collection<String> calledBy(CodeElement element) {
        List<String> called = new ArrayList<>();
        if (element instanceof InvokeInstruction call) {
            called.add(key(call.owner().asInternalName(), call.name().stringValue()));
        } else if (element instanceof InvokeDynamicInstruction lambda) {
            for (LoadableConstantEntry argument :
                    lambda.invokedynamic().bootstrap().arguments()) {
                if (argument instanceof MethodHandleEntry handle) {
                    var target = handle.reference();
                    called.add(
                            key(target.owner().asInternalName(), target.name().stringValue()));
                }
            }
        }
        return called;
    }

    /** A lambda counts as the method in which it stands, and so do overloads. */
    private static String key(String type, String method) {
        String within = method.startsWith("lambda$") ? method.split("\\$")[1] : method;
        return type.replace('/', '.') + "." + (within.equals("new") ? "<init>" : within);
    }

    /** All methods that this one may end up in, itself among them. */
    Set<String> from(Class<?> type, String method) {
        Set<String> seen = new HashSet<>();
        var open = new ArrayDeque<>(List.of(type.getName() + "." + method));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(calls.getOrDefault(next, Set.of()));
                open.addAll(inHeirs(next));
            }
        }
        return seen;
    }

    private List<String> inHeirs(String key) {
        int dot = key.lastIndexOf('.');
        String type = key.substring(0, dot).replace('.', '/');
        return heirs.getOrDefault(type, Set.of()).stream()
                .map(heir -> heir.replace('/', '.') + key.substring(dot))
                .toList();
    }

    /** What the method itself asks of Spring's answers, such as {@code created}. */
    boolean asks(Class<?> type, String method, String owner, String name) {
        return calls.getOrDefault(type.getName() + "." + method, Set.of()).contains(owner + "." + name);
    }
}
