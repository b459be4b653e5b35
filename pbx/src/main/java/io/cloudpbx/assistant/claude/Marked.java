package io.cloudpbx.assistant.claude;

import io.cloudpbx.assistant.Conversation;
import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.knowledge.words.Masked;
import io.cloudpbx.knowledge.words.Plain;
import java.util.ArrayList;
import java.util.List;

/** A conversation as the model sees it: strangers' words in marks that their words cannot close (S11, C40). */
final class Marked {
    private static final int MOST_TURNS = 40;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_CHARACTERS = 12_000;

    private Marked() {}

    static List<Prompt.Turn> turns(Conversation conversation, String situation) {
        var turns = new ArrayList<Prompt.Turn>();
        var kept = kept(conversation.turns());
        if (kept.getFirst().who() != Who.THEM) {
            turns.add(Prompt.Turn.user("<note>The business wrote first.</note>"));
        }
        kept.forEach(turn -> turns.add(turn(turn)));
        var last = turns.removeLast();
        String summary = conversation.summaryOfEarlier() == null
                ? ""
                : "<earlier>" + escaped(conversation.summaryOfEarlier()) + "</earlier>\n";
        turns.add(Prompt.Turn.user(summary + "<situation>" + escaped(situation) + "</situation>\n" + last.text()));
        return turns;
    }

    /** The newest, as many as have room. */
    private static List<Turn> kept(List<Turn> all) {
        int from = all.size();
        int characters = 0;
        while (from > 0 && all.size() - from < MOST_TURNS) {
            characters += Math.min(LONGEST_TEXT, all.get(from - 1).text().length());
            if (characters > MOST_CHARACTERS) {
                break;
            }
            from--;
        }
        return all.subList(from, all.size());
    }

    private static Prompt.Turn turn(Turn turn) {
        return switch (turn.who()) {
            case THEM -> Prompt.Turn.user("<their_text>" + escaped(turn.text()) + "</their_text>");
            case PERSON -> Prompt.Turn.assistant("[staff] " + escaped(turn.text()));
            case ASSISTANT -> Prompt.Turn.assistant(escaped(turn.text()));
        };
    }

    /** Visible characters alone, no private numbers, no end of a mark. */
    static String escaped(String text) {
        String plain = Masked.of(Plain.visible(text));
        String cut = plain.length() <= LONGEST_TEXT ? plain : Plain.beginning(plain, LONGEST_TEXT) + "…";
        return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
