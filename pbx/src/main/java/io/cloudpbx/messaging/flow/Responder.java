package io.cloudpbx.messaging.flow;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who answers STOP, START and HELP at one of our numbers (C10), and to which words ({@code twilio.md} section 16). */
public enum Responder {
    TWILIO_DEFAULT(
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"),
            Set.of("START", "YES", "UNSTOP"),
            Set.of("HELP", "INFO")),
    /** The words that cannot be taken off its lists; what else is on them is told by {@code OptOutType}. */
    ADVANCED_OPT_OUT(Set.of("STOP"), Set.of("START"), Set.of("HELP")),
    TOLL_FREE_NETWORK(Set.of("STOP"), Set.of("START", "UNSTOP"), Set.of("HELP")),
    /** We do. */
    SELF(Set.of(), Set.of(), Set.of());

    private final Set<String> stop;
    private final Set<String> start;
    private final Set<String> help;

    Responder(Set<String> stop, Set<String> start, Set<String> help) {
        this.stop = stop;
        this.start = start;
        this.help = help;
    }

    /** In alphabetical order. */
    public List<String> stopWords() {
        return stop.stream().sorted().toList();
    }

    /** Whether a reply is sent without us: only when the whole text is one of the words. */
    public boolean answers(TextToSend.Reply reply, String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        return switch (reply) {
            case STOP -> stop.contains(word);
            case START -> start.contains(word);
            case HELP -> help.contains(word);
            case EMERGENCY -> false;
        };
    }
}
