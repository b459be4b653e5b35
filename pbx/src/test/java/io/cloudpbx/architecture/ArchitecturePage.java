package io.cloudpbx.architecture;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.modulith.core.ApplicationModules;

/** The part of {@code docs/architecture.md} that follows from the code: the modules and who uses whom. */
final class ArchitecturePage {
    private static final String BEGIN = "<!-- modules: written by a test -->";
    private static final String END = "<!-- end of modules -->";

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, String> sentences = new TreeMap<>();

    ArchitecturePage(ApplicationModules modules, Path sources) throws IOException {
        for (var module : modules) {
            String name = module.getIdentifier().toString();
            uses.put(name, Modules.usedBy(module, modules));
            sentences.put(name, PackageSentence.read(sources.resolve(name).resolve("package-info.java")));
        }
    }

    /** The page with its generated part as it should be; the rest stays as people wrote it. */
    String updated(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("The page needs the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n" + table() + "\n" + graph() + page.substring(end);
    }

    private String table() {
        String rows = uses.keySet().stream()
                .sorted((one, other) ->
                        level(one) == level(other) ? one.compareTo(other) : Integer.compare(level(one), level(other)))
                .map(name -> "| %d | `%s` | %s |\n".formatted(level(name), name, sentences.get(name)))
                .collect(joining());
        return "| level | module | what it is for |\n|---|---|---|\n" + rows;
    }

    private String graph() {
        String edges = uses.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(used -> "    %s --> %s\n".formatted(entry.getKey(), used)))
                .sorted()
                .collect(joining());
        String alone = uses.keySet().stream()
                .filter(this::isAlone)
                .map(name -> "    %s\n".formatted(name))
                .collect(joining());
        return "```mermaid\ngraph TD\n" + edges + alone + "```\n";
    }

    private boolean isAlone(String name) {
        return usedBy(name).isEmpty() && uses.values().stream().noneMatch(used -> used.contains(name));
    }

    /** 0 for a module that uses none, else one more than the highest it uses. */
    private int level(String name) {
        return usedBy(name).stream().mapToInt(used -> level(used) + 1).max().orElse(0);
    }

    private Set<String> usedBy(String name) {
        return uses.getOrDefault(name, Set.of());
    }
}
