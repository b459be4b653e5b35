package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.TollFree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier itself understands of inbound texts, per type of the number that is texted ({@code twilio.md} section
 * 16, E7). A word counts when it is the whole text, in any case, blanks around it ignored.
 */
sealed interface OptOutWords {
    /** What somebody wants who texts such a word. */
    enum Wish {
        STOP,
        START,
        HELP
    }

    Set<String> words(Wish wish);

    /** What the carrier answers on behalf of the number. */
    String reply(Wish wish);

    default Optional<Wish> wish(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        for (Wish wish : Wish.values()) {
            if (words(wish).contains(word)) {
                return Optional.of(wish);
            }
        }
        return Optional.empty();
    }

    /** @param advanced what was set up for the service that the number is in */
    static OptOutWords of(String number, @Nullable AdvancedOptOut advanced) {
        if (TollFree.is(number)) {
            return new Network();
        }
        return advanced == null ? new Usual() : new Advanced(advanced);
    }

    /** Long codes, alone or in a service. */
    record Usual() implements OptOutWords {
        @Override
        public Set<String> words(Wish wish) {
            return switch (wish) {
                case STOP -> Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
                case START -> Set.of("START", "YES", "UNSTOP");
                case HELP -> Set.of("HELP", "INFO");
            };
        }

        @Override
        public String reply(Wish wish) {
            return switch (wish) {
                case STOP ->
                    "You have successfully been unsubscribed. You will not receive any more messages from this number."
                            + " Reply START to resubscribe.";
                case START ->
                    "You have successfully been re-subscribed to messages from this number. Reply HELP for help."
                            + " Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
                case HELP -> "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
            };
        }
    }

    /** Toll-free numbers, whose network acts outside of Twilio. */
    record Network() implements OptOutWords {
        @Override
        public Set<String> words(Wish wish) {
            return switch (wish) {
                case STOP -> Set.of("STOP");
                case START -> Set.of("START", "UNSTOP");
                case HELP -> Set.of("HELP");
            };
        }

        @Override
        public String reply(Wish wish) {
            return switch (wish) {
                case STOP ->
                    "NETWORK MSG: You replied with the word \"stop\" which blocks all texts sent from this number."
                            + " Text back \"unstop\" to receive messages again.";
                case START ->
                    "NETWORK MSG: You have replied \"unstop\" and will begin receiving messages again from this"
                            + " number.";
                case HELP -> "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
            };
        }
    }

    /** A service's own lists, of which STOP, START and HELP are always part. */
    record Advanced(AdvancedOptOut lists) implements OptOutWords {
        @Override
        public Set<String> words(Wish wish) {
            List<String> own = lists.words(wish);
            Set<String> words = new java.util.HashSet<>(Set.of(wish.name()));
            own.forEach(word -> words.add(word.strip().toUpperCase(Locale.ROOT)));
            return words;
        }

        @Override
        public String reply(Wish wish) {
            String own = lists.reply(wish);
            return own == null ? new Usual().reply(wish) : own;
        }
    }
}
