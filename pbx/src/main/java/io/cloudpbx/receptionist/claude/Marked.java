package io.cloudpbx.receptionist.claude;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.claude.Prompt;
import io.cloudpbx.knowledge.words.Masked;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A call as the model sees it: strangers' words in marks that their words cannot close (S11, C40). */
final class Marked {
    private static final int LONGEST = 1000;
    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_TURNS = 8;

    private Marked() {}

    static List<Prompt.Turn> turns(Scene scene) {
        var turns = new ArrayList<Prompt.Turn>();
        turns.add(Prompt.Turn.user("<note>The call has begun.</note>"));
        scene.turn().earlier().forEach(spoken -> turns.add(turn(spoken)));
        turns.add(Prompt.Turn.user(call(scene) + "\n" + said(scene.turn().heard())));
        return turns;
    }

    private static Prompt.Turn turn(Spoken spoken) {
        return spoken.speaker() == Speaker.CALLER
                ? Prompt.Turn.user(said(spoken.words()))
                : Prompt.Turn.assistant(escaped(spoken.words()));
    }

    private static String said(String words) {
        return "<caller_said>" + escaped(words) + "</caller_said>";
    }

    private static String call(Scene scene) {
        String thoughtOf = scene.inHand().candidates().stream()
                .limit(MOST_CANDIDATES)
                .map(candidate ->
                        "%s %s %.2f".formatted(candidate.id(), escaped(scene.name(candidate.id())), candidate.score()))
                .collect(joining(", "));
        return "<call>%s Turn %d of %d. Language: %s. By sound it may be: %s.</call>"
                .formatted(
                        escaped(scene.situation()),
                        scene.turn().number(),
                        MOST_TURNS,
                        scene.language().name().toLowerCase(Locale.ROOT),
                        thoughtOf.isEmpty() ? "nobody" : thoughtOf);
    }

    /** Visible characters alone, no private numbers, no end of a mark. */
    static String escaped(String text) {
        return escaped(text, LONGEST);
    }

    static String escaped(String text, int longest) {
        String plain = Masked.of(Plain.visible(text));
        String cut = plain.length() <= longest ? plain : Plain.beginning(plain, longest) + "…";
        return cut.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
