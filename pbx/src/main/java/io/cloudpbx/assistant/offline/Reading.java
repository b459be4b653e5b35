package io.cloudpbx.assistant.offline;

import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.words.FactSheet;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What could be made of a text.
 *
 * @param answered text by the id of the fact that it says
 * @param isPartial whether a sentence was left without an answer
 * @param isWish whether an answered sentence may want something done as well
 */
record Reading(Map<String, String> answered, boolean isPartial, boolean isWish) {
    private static final int SHORT = 5;
    private static final int MOST_WORDS = 24;
    /** What stands behind it is left to a person. */
    private static final int READ = 2000;

    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:hi|hello|hey|hola|so|and|also|y|oye|disculpe|perdon|excuse me|quick question|good morning|good afternoon|buenas|"
                    + "buenos dias|buenas tardes|please|por favor)\\s+){0,4}(?:what|what's|whats|when|when's|where|where's|how|which|who|is|"
                    + "are|r|do|does|did|can|could|will|would|may|should|tell|send|give|need|i need|i want|i'd like|i was wondering|"
                    + "just wondering|wondering|que|cuando|donde|como|cual|cuales|cuanto|cuanta|a que|hasta que|desde que|esta|estan|"
                    + "abren|abre|cierran|hay|tienen|tiene|puede|pueden|me puede|me pueden|me podria|necesito|quisiera|quiero|dime|digame|"
                    + "aceptan|hablan|atienden|hacen|en que)\\b");

    /** "Can you cancel my appointment?" asks for more than how it is done. */
    private static final Pattern REQUEST = Pattern.compile(
            "\\b(?:can|could|would|will) (?:you|u|someone|somebody)\\b|\\b(?:puede|pueden|podria|podrian|quiero|"
                    + "quisiera|necesito)\\b|\\b(?:i want|i need|i'd like|i would like|i wanna)\\b");

    Reading {
        answered = Map.copyOf(answered);
    }

    List<String> facts() {
        return answered.keySet().stream().sorted().toList();
    }

    List<String> answers() {
        return facts().stream().map(answered::get).toList();
    }

    static Reading of(Conversation conversation, Language language) {
        var reader = new Reader(conversation, language);
        String unanswered = conversation.unanswered();
        String[] sentences = Plain.beginning(unanswered, READ).split("(?<=[.?!])\\s+|\\n+");
        boolean partial = unanswered.length() > READ;
        for (String sentence : sentences) {
            partial |= reader.leaves(sentence);
        }
        return new Reading(reader.answered, partial, reader.isWish);
    }

    /** Goes through a text once. */
    private static final class Reader {
        private final Map<String, String> answered = new LinkedHashMap<>();
        private boolean isWish;
        private final Told told;
        private final Questions questions;

        private final Set<String> names;
        private final Language language;

        Reader(Conversation conversation, Language language) {
            this.language = language;
            this.told = new Told(conversation, language);
            this.questions = new Questions(conversation.knowledge().faq(), language);
            this.names = names(conversation);
        }

        /** Words that name the business and its holidays say nothing more. */
        private static Set<String> names(Conversation conversation) {
            var labels = conversation.knowledge().facts().specialDays().stream().map(SpecialDay::label);
            return Stream.concat(Stream.of(conversation.businessName()), labels)
                    .flatMap(name -> Arrays.stream(Plain.folded(name).split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Whether the sentence is left for a person. */
        boolean leaves(String sentence) {
            String plain = Plain.folded(sentence);
            if (OfflineMind.isManners(plain)) {
                return false;
            }
            boolean asks = isQuestion(sentence, plain);
            boolean isShort = plain.split(" ").length <= SHORT;
            var topics = asks || isShort ? Topic.of(plain, meaningful(plain), names) : List.<Topic>of();
            if (!topics.isEmpty()) {
                return !topics.stream().allMatch(topic -> tells(topic, plain));
            }
            var entry =
                    plain.split(" ").length <= MOST_WORDS ? questions.askedBy(sentence) : Optional.<FaqEntry>empty();
            entry.ifPresent(
                    found -> answered.put(FactSheet.id(found), found.text().answer()));
            isWish |= !asks || REQUEST.matcher(plain).find();
            return entry.isEmpty();
        }

        private boolean tells(Topic topic, String plain) {
            var text = told.about(topic, plain);
            text.ifPresent(found -> answered.put(id(topic), found));
            return text.isPresent();
        }

        private static String id(Topic topic) {
            return topic.name().toLowerCase(Locale.ROOT);
        }

        private static boolean isQuestion(String sentence, String plain) {
            return sentence.contains("?")
                    || sentence.contains("¿")
                    || ASKS.matcher(plain).find();
        }

        private List<String> meaningful(String plain) {
            return Arrays.stream(plain.split(" "))
                    .filter(word -> !language.common().contains(word))
                    .distinct()
                    .toList();
        }
    }
}
