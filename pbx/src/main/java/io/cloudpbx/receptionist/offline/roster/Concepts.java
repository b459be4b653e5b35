package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.knowledge.words.Words;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import io.cloudpbx.receptionist.offline.speech.WordList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a text is about: words that mean the same made one, in both languages, and the stems of all others. */
public final class Concepts {
    private static final Map<String, Set<String>> NAMED = named();
    private static final Set<String> EMPTY = WordList.of("""
            need want know wondering question questions wanted would like could tell give get got has have having does use used make makes made thing things
            guys folks office place company business people person someone something anything everything also really actually still maybe able help calling call
            information info quick just find found look looking going come coming way today tomorrow now next day days kind type any some there here much many
            saber pregunta quisiera quiero necesito informacion ayuda favor oficina lugar empresa hoy manana algo alguna alguno tipo ustedes usted llamo llamando
            accept accepts accepting take takes taking honor aceptan acepta toman reciben recibe trabajan allow allowed permit permitted permiten offer offers provide
            ofrecen policy policies tener hacen hace hacemos hacer dan dar pueden puede tienen hay estan son venden dejan okay matter sure long good great happen happens mean means ask asking check please put stuff
            department team handles handle include including related general other customers clients
            """);

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("thirty", "30"),
            Map.entry("sixty", "60"),
            Map.entry("ninety", "90"));

    private static final Map<Language, Words> WORDS = words();

    private Concepts() {}

    private static Map<Language, Words> words() {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, new Words(language));
        }
        return words;
    }

    private static Map<String, Set<String>> named() {
        Map<String, Set<String>> named = new HashMap<>();
        WordList.heads("concepts.txt").forEach((head, others) -> {
            named.computeIfAbsent(head, unseen -> new LinkedHashSet<>()).add("=" + head);
            others.forEach(word ->
                    named.computeIfAbsent(word, unseen -> new LinkedHashSet<>()).add("=" + head));
        });
        return named;
    }

    /** Those of a text; a named one begins with {@code =}. */
    public static Set<String> of(String text, Language language) {
        Set<String> concepts = new LinkedHashSet<>();
        StringBuilder rest = new StringBuilder();
        List<String> words =
                Arrays.asList(Plain.folded(Plain.beginning(text, 1000)).split(" "));
        for (String word : words) {
            String said = word.replaceAll("'s$", "");
            String bare = NUMBERS.getOrDefault(said, said);
            if (NAMED.containsKey(bare)) {
                concepts.addAll(NAMED.getOrDefault(bare, Set.of()));
            } else if (!EMPTY.contains(bare) && !Vocabulary.isFiller(bare) && !Vocabulary.isFunction(bare)) {
                rest.append(bare).append(' ');
            }
        }
        Words stems = WORDS.getOrDefault(language, new Words(language));
        concepts.addAll(stems.of(rest.toString()));
        return concepts;
    }
}
