package io.cloudpbx.receptionist.offline.sound;

import java.util.List;
import java.util.regex.Pattern;

/**
 * English letters as they sound, coarsely: consonants by their sound, vowels as high ({@code i}), open ({@code a}) or round
 * ({@code o}). Unlike a metaphone it tells "Dana" from "Dina".
 */
final class SoundKey {
    private static final List<Rule> RULES = List.of(
            rule("^(?:kn|gn|pn)", "n"),
            rule("^wr", "r"),
            rule("^wh(?=o)", "h"),
            rule("ewa|ua(?=r)", "oa"),
            rule("^ps", "s"),
            rule("^mc", "mak"),
            rule("ough|augh", "o"),
            rule("(?<=[aeiouy])gh", ""),
            rule("gh", "g"),
            rule("ph", "f"),
            rule("tch|ch", "C"),
            rule("tion|sion|cian|tian", "San"),
            rule("sch|sh|zh", "S"),
            rule("th", "T"),
            rule("dge|dj", "J"),
            rule("ck", "k"),
            rule("c(?=[eiy])", "s"),
            rule("c", "k"),
            rule("qu?", "kw"),
            rule("x", "ks"),
            rule("z", "s"),
            rule("ge$|g(?=[ei].)", "J"),
            rule("j", "J"),
            rule("(?<=[^aeiou])e$", ""),
            rule("(?:ay|ai|ey|ei|ee|ea|ie|eo|e|i|y(?![aou]))+", "I"),
            rule("(?:aw|au|ao|ow|oa|oo|ou|ew|eu|oe|o|u)+", "O"),
            rule("a+h?(?![IO])", "A"),
            rule("h(?![IOA])", ""),
            rule("([A-Za-z])\\1+", "$1"));

    private record Rule(Pattern letters, String sound) {}

    private SoundKey() {}

    private static Rule rule(String letters, String sound) {
        return new Rule(Pattern.compile(letters), sound);
    }

    static String of(String letters) {
        String key = letters;
        for (Rule rule : RULES) {
            key = rule.letters().matcher(key).replaceAll(rule.sound());
        }
        return key;
    }
}
