package io.cloudpbx.receptionist.offline.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "Billing, not sales": what is not wanted is not looked for. */
public final class Negations {
    private static final Set<String> MARKS = Set.of("not", "than", "except", "isn't", "without");
    private static final Set<List<String>> LONG_MARKS = Set.of(
            List.of("instead", "of"),
            List.of("don't", "want"),
            List.of("don't", "need"),
            List.of("other", "than"),
            List.of("rather", "than"),
            List.of("en", "lugar", "de"),
            List.of("en", "vez", "de"));

    private Negations() {}

    /** @param names words of which names are made, so that "not working" stays */
    public static Utterance removed(Utterance utterance, Set<String> names) {
        List<String> words = utterance.words();
        List<String> kept = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int named = at + mark(words, at);
            while (named > at && named < words.size() && Vocabulary.isArticle(words.get(named))) {
                named++;
            }
            int end = named;
            while (named > at && end < words.size() && names.contains(words.get(end)) && end < named + 2) {
                end++;
            }
            // Of two names behind a "not" the second may be the wanted one: "not sales billing".
            end = end > named + 1 ? named + 1 : end;
            if (end > named) {
                at = end;
            } else {
                kept.add(words.get(at));
                at++;
            }
        }
        return kept.isEmpty() ? utterance : utterance.with(kept);
    }

    private static int mark(List<String> words, int at) {
        for (List<String> mark : LONG_MARKS) {
            if (at + mark.size() < words.size()
                    && words.subList(at, at + mark.size()).equals(mark)) {
                return mark.size();
            }
        }
        return MARKS.contains(words.get(at)) && at + 1 < words.size() ? 1 : 0;
    }
}
