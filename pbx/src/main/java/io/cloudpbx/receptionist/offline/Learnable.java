package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.Introductions;
import io.cloudpbx.receptionist.offline.speech.MessageWish;
import io.cloudpbx.receptionist.offline.speech.Negations;
import io.cloudpbx.receptionist.offline.speech.Slots;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether what somebody was called may be learned as a name of theirs. Only what meant nothing certain before can be: whatever
 * connects, answers or alarms today goes on to do so, and no name of another can be taken from them by talking (S11).
 */
public final class Learnable {
    private static final int FEWEST_LETTERS = 3;
    private static final int MOST_LETTERS = 40;
    private static final int MOST_WORDS = 4;

    /** From here on somebody else is called so, or sounds so. */
    private static final double ANOTHERS = 0.8;

    private final CallerTurn said;
    private final String person;
    private final Roster roster;

    public Learnable(CallerTurn said, String person) {
        this.said = said.withoutLearned();
        this.person = person;
        this.roster = new Roster(this.said.directory(), said.businessName());
    }

    public Optional<String> name() {
        return said.directory().person(person).flatMap(known -> said(said)).filter(this::isFree);
    }

    /** The words in the place of a name, without those around them; empty when they can be none. */
    public static Optional<String> said(CallerTurn said) {
        Utterance whole = Utterance.of(said.heard(), "");
        Utterance wanted = Negations.removed(Introductions.removed(whole), Set.of());
        Utterance whom = MessageWish.in(wanted).map(MessageWish::whom).orElse(wanted);
        return Optional.of(namePlace(whom)).filter(Learnable::isNameLike).map(words -> String.join(" ", words));
    }

    /** From where a name is expected most up to the first word that can be in none. */
    private static List<String> namePlace(Utterance utterance) {
        List<String> words = utterance.words();
        Slots slots = Slots.of(utterance);
        int from = IntStream.range(0, words.size())
                .filter(at -> slots.nearness(at) != Slots.NONE && isPart(utterance, at))
                .boxed()
                .min((one, other) -> Integer.compare(slots.nearness(one), slots.nearness(other)))
                .orElse(words.size());
        int to = from;
        while (to < words.size() && isPart(utterance, to)) {
            to++;
        }
        return words.subList(from, to);
    }

    private static boolean isPart(Utterance utterance, int at) {
        String word = utterance.words().get(at);
        return !Vocabulary.isFunction(word, utterance.language())
                && !Vocabulary.isFiller(word)
                && !Vocabulary.isArticle(word);
    }

    /** No number, nothing long, and no single word that people say all day. */
    private static boolean isNameLike(List<String> words) {
        int letters = words.stream().mapToInt(String::length).sum();
        boolean isEveryday = words.size() == 1 && Vocabulary.isCommon(words.getFirst());
        return letters >= FEWEST_LETTERS
                && letters <= MOST_LETTERS
                && words.size() <= MOST_WORDS
                && !isEveryday
                && words.stream().allMatch(word -> word.chars().allMatch(c -> Character.isLetter(c) || c == '\''));
    }

    private boolean isFree(String name) {
        boolean anothers = roster.people().in(Utterance.of(name, "")).stream()
                .filter(found -> !found.person().id().equals(person))
                .anyMatch(found -> found.score() >= ANOTHERS);
        return !anothers
                && new OfflineReceptionist().decide(said.saying(name)).decision()
                        instanceof Decision.Clarify(var question, var candidates)
                && (candidates.isEmpty() || candidates.contains(person));
    }
}
