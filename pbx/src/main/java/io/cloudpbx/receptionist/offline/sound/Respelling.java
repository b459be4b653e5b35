package io.cloudpbx.receptionist.offline.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Letters of one language written as English writes their sound, one rule after the other. */
final class Respelling {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Pattern letters, String english) {}

    /** @param pairs letters and what English writes for them, by turns */
    Respelling(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            rules.add(new Rule(Pattern.compile(pairs[i]), pairs[i + 1]));
        }
    }

    String of(String name) {
        // All in one pass would be truer, but later rules rarely see what earlier ones wrote, and then sound the same.
        String english = name;
        for (Rule rule : rules) {
            english = rule.letters().matcher(english).replaceAll(rule.english());
        }
        return english;
    }
}
