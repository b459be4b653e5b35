package io.cloudpbx.knowledge.guard;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer may draw on.
 *
 * @param known all that may be told, with the time and the date of the conversation
 * @param instructions what the model was told, which is nobody's business
 */
public record Ground(String known, String instructions) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Every number in digits that may be told. */
    Set<String> numbers() {
        return DIGITS.matcher(known).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
