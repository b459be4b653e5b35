package io.cloudpbx.receptionist.offline.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** "Sales, no wait, billing": what was meant stands behind the correction. */
public final class Corrections {
    private static final Phrasing MARK = Phrasing.of(
            "no wait",
            "wait no",
            "no no",
            "oh wait",
            "wait actually",
            "no actually",
            "actually no",
            "actually",
            "i mean",
            "i meant",
            "scratch that",
            "strike that",
            "sorry no",
            "no sorry",
            "sorry i meant",
            "no i(?:'d| would)? (?:need|want|meant|mean)",
            "make that",
            "or rather",
            "correction",
            "my mistake",
            "my bad",
            "oops",
            "forget that",
            "forget it",
            "let me rephrase",
            "better yet",
            "on second thought",
            "never ?mind",
            "what am i saying",
            "no espere",
            "espere no",
            "no perdon",
            "perdon no",
            "perdon quise decir",
            "digo",
            "mejor dicho",
            "quise decir",
            "no mejor",
            "mejor",
            "no mas bien",
            "mas bien",
            "no disculpe",
            "perdon");

    private static final Phrasing IDLE = Phrasing.of(
            "(?:(?:it's|it is|no|not|i|i'd|would|like|need|want|to|the|a|is|that's|that is|wrong|one|person|okay|ok|please|thanks|sorry|just|for|in|"
                    + "es|el|la|con|quiero|necesito|por favor) ?)*");

    private Corrections() {}

    /**
     * What stands behind the last correction that has something behind it; empty when nothing is corrected.
     *
     * @param names words of which names are made: before one of them a mere "no" corrects
     */
    public static Optional<Utterance> corrected(Utterance utterance, Set<String> names) {
        String text = marked(utterance.words(), names);
        Matcher marks = MARK.matcher(text);
        String after = "";
        while (marks.find()) {
            String rest = text.substring(marks.end()).strip();
            if (marks.start() > 0 && !rest.isEmpty() && !IDLE.is(rest)) {
                after = rest;
            }
        }
        return after.isEmpty() ? Optional.empty() : Optional.of(utterance.with(List.of(after.split(" "))));
    }

    private static String marked(List<String> words, Set<String> names) {
        List<String> marked = new ArrayList<>(words);
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).equals("no") && names.contains(words.get(i + 1)) && names.contains(words.get(i - 1))) {
                marked.set(i, "no no");
            }
        }
        return String.join(" ", marked);
    }
}
