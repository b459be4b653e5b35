package io.cloudpbx.receptionist.offline.speech;

import java.util.List;
import java.util.Set;

/** "This is Dana from Acme": whoever says who they are does not ask for that name. */
public final class Introductions {
    private static final List<List<String>> MARKS = List.of(
            List.of("my", "name", "is"),
            List.of("my", "name's"),
            List.of("this", "is"),
            List.of("name", "is"),
            List.of("i", "am"),
            List.of("i'm"),
            List.of("it's"),
            List.of("im"),
            List.of("me", "llamo"),
            List.of("mi", "nombre", "es"),
            List.of("le", "habla"),
            List.of("les", "habla"),
            List.of("habla"),
            List.of("soy"),
            List.of("le", "llama"),
            List.of("de", "parte", "de"),
            List.of("speaking", "with"));
    private static final Set<String> STOPS = WordList.of("""
            calling call called and i i'm i'd i've i'll looking can could may is trying for to about returning do does what where are please
            wanting he she speaking hoping just regarding need want needing got have had was wondering who with from at over here again
            following responding checking we we're they you if because my our y llamo llamando quiero quisiera necesito busco puedo podria
            me esta estoy para por que con tengo llamaba de del desde""");
    private static final Set<String> WHENCE = WordList.of("from with at over de del desde");
    /** Behind these there is a name, whatever word it is. */
    private static final Set<String> NAMING = Set.of("name's", "name", "llamo", "nombre");

    private static final int MOST = 4;

    private Introductions() {}

    /** Without the introduction, and without where they say they come from. */
    public static Utterance removed(Utterance utterance) {
        List<String> words = utterance.words();
        for (int i = 0; i < words.size(); i++) {
            int from = i;
            int length = MARKS.stream()
                    .filter(mark -> startsAt(words, from, mark))
                    .mapToInt(List::size)
                    .findFirst()
                    .orElse(0);
            boolean plain = length > 0
                    && words.subList(i, i + length).stream().anyMatch(NAMING::contains)
                    && i + length < words.size();
            if (length > 0 && (plain || isName(words, i + length)) && !isAsking(words, i)) {
                return removed(utterance.without(i, end(words, i + length)));
            }
        }
        return callingFor(utterance);
    }

    /** "Dana from Acme calling for Jorge" has no mark but its order. */
    private static Utterance callingFor(Utterance utterance) {
        List<String> words = utterance.words();
        int calling = words.indexOf("calling");
        boolean startsWithName = calling > 0
                && calling <= 2 * MOST
                && !Vocabulary.isFunction(words.getFirst())
                && words.subList(0, calling).stream().anyMatch(word -> WHENCE.contains(word));
        return startsWithName ? utterance.without(0, calling) : utterance;
    }

    private static boolean startsAt(List<String> words, int at, List<String> mark) {
        return words.size() >= at + mark.size()
                && words.subList(at, at + mark.size()).equals(mark);
    }

    /** "Is this Dana?" and "who is this" ask. */
    private static boolean isAsking(List<String> words, int at) {
        return at > 0 && Set.of("is", "whose", "what", "que", "quien", "there").contains(words.get(at - 1));
    }

    private static boolean isName(List<String> words, int at) {
        if (at >= words.size()) {
            return false;
        }
        String word = words.get(at).replaceAll("'s$", "");
        boolean titled = Set.of("mr", "mrs", "ms", "miss", "doctor", "dr", "officer", "senor", "senora")
                .contains(word);
        return Vocabulary.isGivenName(word) || titled || !Vocabulary.isCommon(word) && !STOPS.contains(word);
    }

    private static int end(List<String> words, int from) {
        int end = run(words, from);
        while (end < words.size() && WHENCE.contains(words.get(end))) {
            end = run(words, end + 1);
        }
        return end;
    }

    private static int run(List<String> words, int from) {
        int end = from;
        while (end < words.size() && end < from + MOST && !STOPS.contains(words.get(end))) {
            end++;
        }
        return end;
    }
}
