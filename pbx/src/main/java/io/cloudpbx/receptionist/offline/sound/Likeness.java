package io.cloudpbx.receptionist.offline.sound;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two sounded words are, from 0 to 1 ({@code ai-receptionist.md} section 8, "People"). */
public final class Likeness {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final int SHORT = 3;
    private static final double SHORT_COSTS = 0.15;
    private static final int GAP = 4;

    private Likeness() {}

    public static double of(Sounded heard, Sounded meant) {
        if (heard.letters().equals(meant.letters())) {
            return 1;
        }
        if (isHopeless(heard, meant)) {
            return 0;
        }
        double jaroWinkler = JARO_WINKLER.apply(heard.letters(), meant.letters());
        double edit = 1 - share(heard.letters(), meant.letters());
        double spelled = 0.5 * jaroWinkler + 0.5 * edit;
        double sounding = 0.6 * sound(heard, meant) + 0.4 * Math.max(jaroWinkler, edit);
        int shorter = Math.min(heard.letters().length(), meant.letters().length());
        return Math.max(spelled, sounding) - (shorter <= SHORT ? SHORT_COSTS : 0);
    }

    /** Told by their lengths and beginnings, so that most pairs cost next to nothing. */
    private static boolean isHopeless(Sounded heard, Sounded meant) {
        int gap = Math.abs(heard.letters().length() - meant.letters().length());
        if (gap > GAP
                || 2 * gap > Math.max(heard.letters().length(), meant.letters().length())) {
            return true;
        }
        return heard.key().isEmpty()
                || meant.key().isEmpty()
                || beginning(heard.key()) != beginning(meant.key())
                        && heard.letters().charAt(0) != meant.letters().charAt(0);
    }

    /** Sounds that recognition takes for each other at the beginning of a word. */
    private static char beginning(String key) {
        return switch (key.charAt(0)) {
            case 'b', 'p', 'f', 'v', 'w' -> 'b';
            case 'd', 't', 'T' -> 't';
            case 'k', 'g' -> 'k';
            case 's', 'S', 'C', 'J' -> 's';
            case 'm', 'n' -> 'n';
            case 'l', 'r', 'y' -> 'l';
            default -> 'a';
        };
    }

    private static double sound(Sounded heard, Sounded meant) {
        double keys = 0.95 * (1 - share(heard.key(), meant.key()));
        double codes = 0.9 * (1 - share(heard.metaphone(), meant.metaphone()));
        double same = heard.sharesMetaphone(meant) ? 0.9 : 0;
        return Math.max(same, Math.max(keys, codes));
    }

    private static double share(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 1 : (double) Edits.between(one, other) / longer;
    }
}
