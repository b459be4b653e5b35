package io.cloudpbx.campaigns.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What carriers take no texts about, or few (C26). Words are ambiguous, so that it only warns.
 *
 * @param refused the carrier's code, where it takes none whatever the sender does; null where it depends on that
 * @param words by which it is known, in the singular
 */
public record Topic(String code, String name, @Nullable Integer refused, List<String> words) {
    public Topic {
        words = List.copyOf(words);
    }

    /** @param message what everybody reads of it */
    public Optional<Warning> in(String message) {
        String any = words.stream().map(Topic::written).collect(Collectors.joining("|"));
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + any + ")s?(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(word -> new Warning(code, sentence(word)));
    }

    /** People write "e-liquid" and "e liquid". */
    private static String written(String word) {
        return word.replace("-", "[-\\s]?").replace(" ", "\\s+");
    }

    private String sentence(String word) {
        String seems = "“" + word + "” reads like a text about " + name + ". ";
        return refused == null
                ? seems
                        + "Carriers filter these, unless your number is registered for them and people’s age is checked."
                : seems + "The carrier takes none of these, whoever agreed to them, and refuses numbers for it ("
                        + refused + ").";
    }
}
