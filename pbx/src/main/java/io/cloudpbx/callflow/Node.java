package io.cloudpbx.callflow;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a plan. What is called {@code otherwise} is where a caller goes on who does nothing, or whom nobody answers: every place
 * that is no end has one, so that no caller is left in silence.
 */
public sealed interface Node {
    /**
     * Keys to choose from. 0 leads to the operator where it leads nowhere else.
     *
     * @param greeting said once; {@code {business}} stands for the business's name
     * @param choices said every time
     * @param keys where each leads; one to three keys
     * @param extensions whether extensions may be dialled as well
     * @param tries how often it is said in silence
     * @param greetingSound the name of a sound that is played instead of the greeting; the words are said where it is not there
     * @param choicesSound the same for the choices
     */
    record Menu(
            String greeting,
            String choices,
            Map<String, String> keys,
            boolean extensions,
            Duration keyWait,
            int tries,
            String otherwise,
            @Nullable String greetingSound,
            @Nullable String choicesSound)
            implements Node {
        public Menu {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        /** One that is only spoken. */
        public Menu(
                String greeting,
                String choices,
                Map<String, String> keys,
                boolean extensions,
                Duration keyWait,
                int tries,
                String otherwise) {
            this(greeting, choices, keys, extensions, keyWait, tries, otherwise, null, null);
        }
    }

    /** Parts calls by when they came in. @param hours the name of a schedule */
    record Hours(String hours, String open, String closed) implements Node {}

    /** Rings several. @param ringFor each, or all at once */
    record RingGroup(String name, List<String> members, Strategy strategy, Duration ringFor, String otherwise)
            implements Node {
        public RingGroup {
            members = List.copyOf(members);
        }
    }

    /**
     * Lets callers wait for several, in the order in which they came. Whoever has waited longest is rung for when somebody is free; the
     * others hear music and where they stand.
     *
     * @param hold said first
     * @param longest after so long a caller goes on, when nobody came
     * @param callback whether a caller may press 1 to be called back
     */
    record Queue(
            String name,
            List<String> members,
            Strategy strategy,
            Duration ringFor,
            String hold,
            Duration longest,
            boolean callback,
            String otherwise)
            implements Node {
        public Queue {
            members = List.copyOf(members);
        }
    }

    /** Rings somebody by their own rules. @param otherwise null for what their rules say */
    record Extension(String ext, @Nullable String otherwise) implements Node {
        static final String IMPLIED = "ext-";
        static final String BACK = "-back-";

        /** Under which this extension is there without being drawn. */
        public static String keyOf(String ext) {
            return IMPLIED + ext;
        }

        /** The same, for a caller who comes back to another extension when nobody answers. */
        public static String keyOf(String ext, String back) {
            return IMPLIED + ext + BACK + back;
        }
    }

    /** Takes a message, which ends the call. @param ext whose; null for the business's own */
    record Mailbox(@Nullable String ext) implements Node {
        static final String IMPLIED = "mailbox-";

        /** Under which this extension's is there without being drawn. */
        public static String keyOf(String ext) {
            return IMPLIED + ext;
        }
    }

    /** Says something and goes on. */
    record Announcement(String text, String then) implements Node {}

    /** The AI receptionist; whoever wants a person, or says nothing, comes to the operator. */
    record Receptionist() implements Node {}

    /** The first letters of a name, on the keypad. */
    record DialByName(int tries, String otherwise) implements Node {}

    /** A phone outside, such as an answering service, which takes calls without being asked. */
    record Outside(PhoneNumber number, Duration ringFor, String otherwise) implements Node {
        private static final String IMPLIED = "outside_";
        private static final Pattern KEY = Pattern.compile(IMPLIED + "(?<digits>\\d{7,15})(_(?<back>\\d{3}))?");

        /**
         * Under which any number is there for a caller whom one of us sends on, who comes back when nobody answers. No plan may name it.
         *
         * @param back to this extension; null for whoever answers for all
         */
        public static String keyOf(PhoneNumber number, @Nullable String back) {
            return IMPLIED + number.e164().substring(1) + (back == null ? "" : "_" + back);
        }

        /** Whether a key is one of those. */
        public static boolean isKey(String key) {
            return KEY.matcher(key).matches();
        }

        static Optional<Node> implied(String key) {
            var parts = KEY.matcher(key);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String back = parts.group("back");
            String otherwise = back == null ? Place.OPERATOR : Extension.keyOf(back);
            return PhoneNumber.reported("+" + parts.group("digits"))
                    .map(number -> new Outside(number, Personal.USUAL_RINGING, otherwise));
        }
    }

    /** Says something and hangs up. */
    record Goodbye(String text) implements Node {}

    /** In which order a group is rung. */
    enum Strategy {
        /** All at once. */
        ALL,
        /** One after the other, as listed. */
        IN_ORDER,
        /** Whoever was rung longest ago first. */
        ROUND_ROBIN,
        /** Whoever talked longest ago first. */
        LONGEST_IDLE;

        boolean rotates() {
            return this == ROUND_ROBIN || this == LONGEST_IDLE;
        }
    }
}
