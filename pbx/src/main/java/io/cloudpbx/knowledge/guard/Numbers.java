package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Plain;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Numbers that nobody of the business told: times, prices, telephone numbers, in digits or in words. Those of the texter are not
 * repeated either: "We close at 23:45" would be what they wanted to hear.
 */
final class Numbers {
    /** The minutes of a full hour, which may be written without, and the number that helps everybody. */
    private static final Set<String> ALWAYS = Set.of("00", "911");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d(?:[\\s().-]*\\d){6,}");
    private static final Pattern SPELLED = Pattern.compile(
            "(?:\\b(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|hundred|cero|uno|dos|tres|cuatro|cinco|seis|siete|"
                    + "ocho|nueve|diez|cien|double|triple)\\b[ ]?){4,}");

    private Numbers() {}

    static boolean strange(String text, Ground ground) {
        Set<String> numbers = ground.numbers();
        return DIGITS.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(number -> !ALWAYS.contains(number) && !numbers.contains(number))
                || TELEPHONE.matcher(text).results().map(MatchResult::group).anyMatch(run -> !isKnown(run, ground))
                || SPELLED.matcher(Plain.folded(text)).find();
    }

    private static boolean isKnown(String run, Ground ground) {
        String digits = digits(run);
        return TELEPHONE
                .matcher(ground.known())
                .results()
                .map(MatchResult::group)
                .map(Numbers::digits)
                .anyMatch(known -> known.equals(digits) || digits.equals("1" + known) || known.equals("1" + digits));
    }

    private static String digits(String run) {
        return run.replaceAll("\\D", "");
    }
}
