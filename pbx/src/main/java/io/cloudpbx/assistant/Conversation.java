package io.cloudpbx.assistant;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.knowledge.words.FactSheet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mind knows: this one conversation and what may be told to anybody.
 *
 * @param asker who texts: for counting, no mind is told
 * @param zone of the business
 * @param turns oldest first; what is older than seven days is forgotten even when it is given
 * @param summaryOfEarlier null when there was nothing, or it is forgotten
 * @param introduced whether the assistant has said in the last 24 hours that it is automated
 */
public record Conversation(
        Asker.Texter asker,
        String businessName,
        Instant now,
        ZoneId zone,
        List<Turn> turns,
        @Nullable String summaryOfEarlier,
        boolean introduced,
        KnowledgeSheet knowledge) {
    private static final Duration MEMORY = Duration.ofDays(7);

    public Conversation {
        Instant oldest = now.minus(MEMORY);
        turns = turns.stream().filter(turn -> !turn.at().isBefore(oldest)).toList();
    }

    /** Who wrote a text. */
    public enum Who {
        THEM,
        ASSISTANT,
        PERSON
    }

    /** A text. */
    public record Turn(Who who, String text, Instant at) {}

    /** What may be told in it. */
    public FactSheet facts() {
        return FactSheet.of(knowledge, now.atZone(zone).toLocalDate());
    }

    /** Whether the last word is theirs. */
    public boolean awaitsAnswer() {
        return !turns.isEmpty() && turns.getLast().who() == Who.THEM;
    }

    /** What they have written since anybody answered, one text a line. */
    public String unanswered() {
        int from = turns.size();
        while (from > 0 && turns.get(from - 1).who() == Who.THEM) {
            from--;
        }
        return turns.subList(from, turns.size()).stream().map(Turn::text).collect(joining("\n"));
    }

    /** What was last sent to them; empty when nothing was. */
    public String lastSent() {
        return turns.reversed().stream()
                .filter(turn -> turn.who() != Who.THEM)
                .findFirst()
                .map(Turn::text)
                .orElse("");
    }
}
