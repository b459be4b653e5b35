package io.cloudpbx.receptionist.offline.sound;

import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import io.cloudpbx.receptionist.offline.speech.WordList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a name may be written by somebody who only hears it: as known for some hundred names, else by the spelling of the
 * languages that the name may be of. Metaphones alone are English.
 */
public final class Readings {
    private static final Map<String, List<String>> KNOWN = WordList.heads("readings.txt");

    private static final Respelling SPANISH = new Respelling(
            "^h",
            "",
            "j",
            "h",
            "^x",
            "h",
            "g(?=[ei])",
            "h",
            "gu(?=[ei])",
            "g",
            "ll",
            "y",
            "qu",
            "k",
            "z",
            "s",
            "v",
            "b");
    private static final Respelling POLISH = new Respelling(
            "ch",
            "h",
            "szcz",
            "shch",
            "sz",
            "sh",
            "cz",
            "ch",
            "rz",
            "zh",
            "ci(?=[aeou])",
            "ch",
            "ci",
            "chi",
            "si(?=[aeou])",
            "sh",
            "zi(?=[aeou])",
            "zh",
            "dz",
            "j",
            "c(?!h)",
            "ts",
            "w",
            "v",
            "j",
            "y");
    private static final Respelling IRISH = new Respelling(
            "aoi", "ee", "^mh|bh|mh", "v", "dh|gh", "", "^si", "shi", "th", "h", "ao", "ay", "ea", "a", "ei", "e");
    private static final Respelling VIETNAMESE =
            new Respelling("^ng", "n", "ph", "f", "th", "t", "tr", "ch", "x", "s", "nh$", "n", "^gi", "y", "qu", "kw");
    private static final Respelling CHINESE = new Respelling(
            "zh", "j", "^x", "sh", "q", "ch", "^z", "dz", "^c(?!h)", "ts", "ui$", "way", "iu$", "yo", "ian$", "yen",
            "ao$", "ow", "ei$", "ay", "ou$", "o");
    private static final Respelling INDIAN =
            new Respelling("bh", "b", "dh", "d", "kh", "k", "th", "t", "jh", "j", "gh", "g");

    private static final Pattern SPANISH_NAME = Pattern.compile(".*(?:[ao]s?|es|e?z|al|ar|or|ia)$|.*ll.*");
    private static final Pattern POLISH_NAME =
            Pattern.compile(".*(?:sz|cz|rz|ski|ska|wicz|czyk|niak|iec|ek|wski|cki|slaw|jciech).*|.*w$|^j[aeo].*");
    private static final Pattern IRISH_NAME = Pattern.compile(".*(?:aoi|mh|bh|dh|gh|ao|ui|oi).*|^si.*");
    private static final Pattern VIETNAMESE_NAME = Pattern.compile("^(?:ng|ph|th|tr|x|gi|qu).*|.*nh$");
    private static final Pattern CHINESE_NAME = Pattern.compile("^(?:zh|x|q|z|c)[a-z]{1,5}$");

    private Readings() {}

    /** Each once, the name as it is written first. */
    public static Set<String> of(String name) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(name);
        readings.addAll(KNOWN.getOrDefault(name, List.of()));
        if (KNOWN.containsKey(name)) {
            return readings;
        }
        addIf(SPANISH_NAME, SPANISH, name, readings);
        addIf(POLISH_NAME, POLISH, name, readings);
        addIf(IRISH_NAME, IRISH, name, readings);
        addIf(VIETNAMESE_NAME, VIETNAMESE, name, readings);
        addIf(CHINESE_NAME, CHINESE, name, readings);
        if (!Vocabulary.isGivenName(name)) {
            readings.add(INDIAN.of(name));
        }
        readings.remove("");
        return readings;
    }

    /** Whether it is known how the name is heard. */
    public static boolean isKnown(String name) {
        return KNOWN.containsKey(name);
    }

    private static void addIf(Pattern kind, Respelling respelling, String name, Set<String> readings) {
        if (kind.matcher(name).matches()) {
            readings.add(respelling.of(name));
        }
    }
}
