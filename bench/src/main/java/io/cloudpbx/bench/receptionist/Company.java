package io.cloudpbx.bench.receptionist;

import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.receptionist.Briefing;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.Directory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A business whose calls are answered.
 *
 * @param questions by the id of the fact that answers them, their id in the file
 */
record Company(String name, ZoneId zone, Directory directory, KnowledgeSheet knowledge, Map<String, String> questions) {
    /** A Tuesday at eleven in the morning in New York: business hours almost everywhere in America. */
    private static final Instant NOW = Instant.parse("2026-12-01T16:00:00Z");

    private static final Asker.Caller NOBODY = new Asker.Caller(new UUID(0, 0), "");

    Company {
        questions = Map.copyOf(questions);
    }

    /** The first turn of a call. */
    CallerTurn firstTurn(String heard) {
        return new CallerTurn(NOBODY, name, NOW, zone, List.of(), heard, 1, directory, knowledge, Briefing.NONE);
    }
}
