package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import io.cloudpbx.receptionist.offline.speech.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What businesses have people for, and how callers speak of it: the built-in list. */
final class Functions {
    private static final String NAMES = "names:";
    private static final String SAYS = "says:";
    private static final String HINTS = "hints:";

    static final List<Function> ALL = read();

    /** All words that the list is made of. */
    static final Set<String> WORDS = ALL.stream()
            .flatMap(function -> Stream.of(function.names(), function.says(), function.hints()))
            .flatMap(List::stream)
            .flatMap(phrase -> phrase.words().stream())
            .map(word -> word.replace("*", ""))
            .collect(Collectors.toUnmodifiableSet());

    /** One of them. @param names of departments that do it @param says what means it @param hints what points to it */
    record Function(String name, List<Phrase> names, List<Phrase> says, List<Phrase> hints) {}

    /** Words in a row; one that ends in {@code *} stands for all that begin so. */
    record Phrase(List<String> words) {
        static Phrase of(String text) {
            return new Phrase(content(Arrays.asList(text.strip().split("\\s+"))));
        }

        /** Where it stands in words without articles; -1 when it does not. */
        int in(List<String> said) {
            for (int at = 0; at + words.size() <= said.size(); at++) {
                if (standsAt(at, said)) {
                    return at;
                }
            }
            return -1;
        }

        private boolean standsAt(int at, List<String> said) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                String heard = said.get(at + i);
                boolean begins = word.endsWith("*") && heard.startsWith(word.substring(0, word.length() - 1));
                if (!begins && !word.equals(heard)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Functions() {}

    /** Without articles and possessives. */
    static List<String> content(List<String> words) {
        List<String> content = words.stream()
                .filter(word -> !Vocabulary.isArticle(word)
                        || word.equals("a") && words.size() > 1 && nextIsLetter(words, word))
                .toList();
        return content.isEmpty() ? List.copyOf(words) : content;
    }

    /** "A C" is no article. */
    private static boolean nextIsLetter(List<String> words, String word) {
        int at = words.indexOf(word);
        return at + 1 < words.size() && words.get(at + 1).length() == 1;
    }

    private static List<Function> read() {
        List<Function> functions = new ArrayList<>();
        Map<String, List<Phrase>> parts = new HashMap<>();
        String name = "";
        for (String line : WordList.lines("functions.txt")) {
            if (line.startsWith("= ")) {
                add(name, parts, functions);
                name = line.substring(2);
                parts.clear();
            } else {
                int colon = line.indexOf(':') + 1;
                parts.put(line.substring(0, colon), phrases(line.substring(colon)));
            }
        }
        add(name, parts, functions);
        return List.copyOf(functions);
    }

    private static void add(String name, Map<String, List<Phrase>> parts, List<Function> functions) {
        if (!name.isEmpty()) {
            functions.add(new Function(
                    name,
                    parts.getOrDefault(NAMES, List.of()),
                    parts.getOrDefault(SAYS, List.of()),
                    parts.getOrDefault(HINTS, List.of())));
        }
    }

    private static List<Phrase> phrases(String list) {
        return Arrays.stream(list.split("\\|")).map(Phrase::of).distinct().toList();
    }
}
