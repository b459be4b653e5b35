package io.cloudpbx.receptionist;

import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.KnowledgeSheet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything a mind knows when a caller has spoken: this one call, whom there is, and what may be told to anybody.
 *
 * @param asker who calls: for counting, no mind is told
 * @param earlier oldest first, without what was said now
 * @param heard the caller's words as speech recognition understood them, or a key; may be empty
 * @param confidence of the recognition, from 0 to 1; 1 where it gave none
 * @param zone of the business
 * @param briefing what the business asks of its receptionist
 */
public record CallerTurn(
        Asker asker,
        String businessName,
        Instant now,
        ZoneId zone,
        List<Spoken> earlier,
        String heard,
        double confidence,
        Directory directory,
        KnowledgeSheet knowledge,
        Briefing briefing) {
    public CallerTurn {
        earlier = List.copyOf(earlier);
    }

    /** The same words to a receptionist who is asked for something else. */
    public CallerTurn with(Briefing other) {
        return new CallerTurn(asker, businessName, now, zone, earlier, heard, confidence, directory, knowledge, other);
    }

    /** Other words, plainly heard, in the same place. */
    public CallerTurn saying(String words) {
        return new CallerTurn(asker, businessName, now, zone, earlier, words, 1, directory, knowledge, briefing);
    }

    /** As it would be where nothing was ever learned from callers. */
    public CallerTurn withoutLearned() {
        var untaught = directory.withoutLearned();
        return new CallerTurn(
                asker, businessName, now, zone, earlier, heard, confidence, untaught, knowledge, briefing);
    }

    /** Who said it. */
    public enum Speaker {
        CALLER,
        RECEPTIONIST
    }

    /** Something that was said earlier in the call. */
    public record Spoken(Speaker speaker, String words) {}

    /** Which of the caller's turns this is, from 1. */
    public int number() {
        return 1
                + (int) earlier.stream()
                        .filter(spoken -> spoken.speaker() == Speaker.CALLER)
                        .count();
    }
}
