package io.cloudpbx.knowledge.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The stems of the words that carry a sentence's meaning. */
public final class Words {
    private static final Map<String, String> ALIKE = Map.of(
            "\\b(?:accepts?|accepting|honou?r|taking|takes)\\b", "take",
            "\\b(?:kids?|child|toddlers?|son|daughter)\\b", "children",
            "\\b(?:prices?|costs?|fees?|charges?|how much)\\b", "cost",
            "\\b(?:book|schedule|set up|get) (?=(?:a|an|my|our)? ?(?:appointment|visit|cleaning|checkup))", "make ",
            "\\breschedule\\b", "move",
            "\\b(?:hago|sacar|saco|agendar|agendo|programar|pedir|pido|reservar)\\b", "hacer",
            "\\b(?:aceptan|reciben|toman)\\b", "aceptan",
            "\\b(?:aseguranza|seguros)\\b", "seguro");

    private final Analyzer analyzer;

    public Words(Language language) {
        var common = new CharArraySet(Arrays.asList(language.common().toArray()), true);
        this.analyzer = switch (language) {
            case ENGLISH -> new EnglishAnalyzer(common);
            case SPANISH -> new SpanishAnalyzer(common);
        };
    }

    /** Where people have several words for what a business has one for. */
    private static String alike(String plain) {
        return ALIKE.entrySet().stream()
                .reduce(plain, (text, words) -> text.replaceAll(words.getKey(), words.getValue()), (one, other) -> one);
    }

    /** Each stem once, in the order of the text. */
    public List<String> of(String text) {
        try (var tokens = analyzer.tokenStream("", alike(Plain.folded(text)))) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var stems = new ArrayList<String>();
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(term.toString());
            }
            tokens.end();
            return stems.stream().distinct().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Words come from memory", impossible);
        }
    }
}
