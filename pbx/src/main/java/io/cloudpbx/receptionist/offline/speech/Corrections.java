package io.cloudpbx.receptionist.offline.speech;

import java.util.List;
import java.util.Optional;
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

    /** What stands behind the last correction that has something behind it; empty when nothing is corrected. */
    public static Optional<Utterance> corrected(Utterance utterance) {
        String text = utterance.text();
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
}
