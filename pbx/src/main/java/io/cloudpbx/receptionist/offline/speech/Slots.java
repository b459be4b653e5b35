package io.cloudpbx.receptionist.offline.speech;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Where in an utterance a name is to be expected: behind "talk to", before "in there", anywhere when hardly anything else is
 * said. Elsewhere ordinary words would be taken for names ({@code ai-receptionist.md} section 8).
 */
public final class Slots {
    private static final int FEW = 3;
    private static final int REACH = 3;
    /** Behind these whoever is wanted is named. */
    private static final List<List<String>> STRONG = phrases("""
            talk to; talk with; talking to; talking with; speak to; speak with; speaking to; speaking with; spoke to; spoke with; chat with; reach; get me;
            get a hold of; get ahold of; get hold of; hold of; connect me to; connect me with; connect to; connect with; connected to; connected with; connect me;
            transfer me to; transfer to; transferred to; transfer me; transfer; put me through to; put through to; through to; put me on with; patch me through to;
            patch me; patch to; get through to; send me to; send me over to; give me; looking for; trying to find; ask for; asking for; calling for; here for;
            page; meeting with; appointment with; interview with; hear from; call from; returning a call from; returning; message for; voicemail for; put;
            i was told to ask for; told to call; told me to call; mr; mrs; ms; miss; mister; missus; doctor; dr; attorney; professor; is this; calling back;
            hablar con; hable con; comunicarme con; comunicar con; comunicame con; comuniqueme con; comunique con; comunica con; paseme con; paseme a; pasame con;
            pasa con; pasar con; pase con; transferir con; transfiera con; transfierame con; transfierame a; transferirme con; conectarme con; conecteme con;
            busco a; buscando a; buscar a; se encuentra; encontrar a; localizar a; contactar a; senor; senora; senorita; don; dona; doctora; licenciado;
            licenciada; ingeniero; ingeniera; con el senor; con la senora; con el doctor; con la doctora; mensaje para; recado para; mensaje a; recado a""");

    /** Behind these somebody may be named, or anything else. */
    private static final List<List<String>> WEAK = phrases("""
            get; look for; searching for; find; call for; for; is; ring; contact; see; meet with; call back; need; want; i'd like; like; could i have; can i have;
            may i have; have; with; call; busco; esta; necesito a; quiero a; necesito; quiero; con; para; con el; con la; a la; al; de; le a""");

    private static final Set<String> PRESENT = Set.of("there", "available", "around", "working", "here");
    private static final Set<String> ASIDE = WordList.of(
            "your my our the a an his her their this that another some any one about el la los las un una mi su");
    private static final Set<String> ENDS = WordList.of(
            "about because regarding and so that who if when concerning but or sobre porque acerca pero que");
    private static final Set<String> TITLES =
            WordList.of("mr mrs ms miss mister missus doctor dr senor senora don dona doctora please uh");

    /** Nearness of each word to a slot: 0 stands in it, {@link #NONE} in none. */
    private final int[] nearness;

    public static final int NONE = Integer.MAX_VALUE;

    private Slots(int[] nearness) {
        this.nearness = nearness;
    }

    public static Slots of(Utterance utterance) {
        List<String> words = utterance.words();
        int[] nearness = new int[words.size()];
        Arrays.fill(nearness, utterance.content() <= FEW ? 1 : NONE);
        for (int at = 0; at < words.size(); at++) {
            int strong = longest(STRONG, words, at);
            int weak = longest(WEAK, words, at);
            if (strong > 0) {
                mark(nearness, words, at + strong, 0);
            } else if (weak > 0) {
                mark(nearness, words, at + weak, isPresence(words, at) ? 0 : 1);
            }
        }
        before(nearness, words);
        if (!words.isEmpty()
                && utterance.content() == 1
                && words.stream().allMatch(word -> Vocabulary.isContent(word) || Vocabulary.isFiller(word))) {
            nearness[0] = 0;
        }
        return new Slots(nearness);
    }

    /** How far a window that begins here stands from a slot's beginning. */
    public int nearness(int at) {
        return nearness[at];
    }

    /** Whether a slot begins anywhere, which is: whether somebody or something is asked for. */
    public boolean any() {
        return Arrays.stream(nearness).anyMatch(near -> near == 0);
    }

    /** "Is Dana there", "is Dana in". */
    private static boolean isPresence(List<String> words, int at) {
        boolean isAsked = Set.of("is", "esta").contains(words.get(at));
        for (int i = at + 2; isAsked && i <= Math.min(at + REACH + 1, words.size() - 1); i++) {
            boolean in = words.get(i).equals("in")
                    && (i == words.size() - 1
                            || Set.of("today", "yet", "please", "right", "now", "this", "the")
                                    .contains(words.get(i + 1)));
            if (in || PRESENT.contains(words.get(i))) {
                return !words.get(at + 1).equals("there") && !words.get(at + 1).equals("it");
            }
        }
        return isAsked && words.size() <= at + 2 && at == 0 && words.get(at).equals("esta");
    }

    private static int longest(List<List<String>> phrases, List<String> words, int at) {
        return phrases.stream()
                .filter(phrase -> words.size() > at + phrase.size()
                        && words.subList(at, at + phrase.size()).equals(phrase))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static void mark(int[] nearness, List<String> words, int from, int nearest) {
        int near = ASIDE.contains(words.get(from)) ? nearest + 1 : nearest;
        for (int at = from; at < words.size() && near <= REACH; at++) {
            if (ENDS.contains(words.get(at))) {
                return;
            }
            nearness[at] = Math.min(nearness[at], near);
            near += TITLES.contains(words.get(at)) ? 0 : 1;
        }
    }

    /** "Dana please", "Dana in sales", "is Dana there". */
    private static void before(int[] nearness, List<String> words) {
        for (int at = 1; at < words.size() && at <= REACH; at++) {
            if (Set.of("please", "por", "in", "from", "there", "available").contains(words.get(at))
                    && words.subList(0, at).stream().noneMatch(Vocabulary::isFunction)) {
                nearness[0] = 0;
            }
        }
    }

    private static List<List<String>> phrases(String list) {
        return Arrays.stream(list.strip().split(";\\s*"))
                .map(phrase -> List.of(phrase.strip().split("\\s+")))
                .sorted(Comparator.comparing(List::size))
                .toList();
    }
}
