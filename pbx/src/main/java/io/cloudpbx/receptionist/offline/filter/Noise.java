package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.offline.speech.Phrasing;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import java.util.Set;

/** Speech that says nothing: greetings, fillers, "can you hear me", sounds. */
public final class Noise {
    private static final Set<String> SOUNDS = Set.of(
            "inaudible",
            "unintelligible",
            "noise",
            "background",
            "music",
            "static",
            "silence",
            "laughter",
            "laughing",
            "laughs",
            "coughing",
            "coughs",
            "cough",
            "breathing",
            "beep",
            "click",
            "sneeze",
            "bark",
            "barking",
            "crying",
            "applause",
            "la",
            "da",
            "blah",
            "ha",
            "haha",
            "shh",
            "whoa",
            "wow",
            "ugh",
            "ow",
            "ooh",
            "huh",
            "mhm",
            "hm",
            "what",
            "sorry",
            "que",
            "como",
            "mande",
            "perdon",
            "pardon",
            "bueno",
            "alo",
            "diga",
            "test",
            "testing",
            "one",
            "two",
            "three",
            "yes",
            "yeah",
            "yep",
            "yup",
            "no",
            "nope",
            "right",
            "wait",
            "hold",
            "on",
            "and",
            "but",
            "is",
            "it",
            "to",
            "then",
            "i",
            "i'm",
            "the",
            "you",
            "know",
            "my",
            "for",
            "of",
            "in",
            "that",
            "y",
            "o",
            "el",
            "pues",
            "o sea",
            "sea",
            "ajá",
            "aja",
            "si",
            "un",
            "momento",
            "second",
            "sec",
            "minute");
    private static final Phrasing CHECK = Phrasing.of(
            "^(?:(?:hello|hi|hey|hola|bueno|oiga|can|could|do|you|u|me|anybody|hear|hearing|am|i|is|this|thing|on|working|connected|are|still|there|me|escucha|escuchan|oye|oyen|se|now|okay|ok|yeah|sorry|what|did|say|said|repeat|again|please|that|one|more|time|didn't|catch|come|pardon|no|le|escuche|entendi|repita|puede|repetir|favor|por|hay|alguien|ahi|just|a|wait|hold|on|second|sec|minute|moment|un|momento|espere|hang) ?)+$");

    private Noise() {}

    public static boolean is(Utterance utterance) {
        return utterance.words().stream()
                        .allMatch(word -> Vocabulary.isFiller(word)
                                || SOUNDS.contains(word)
                                || isLetter(word) && utterance.words().size() == 1)
                || CHECK.in(utterance.text());
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && !Character.isDigit(word.charAt(0));
    }
}
