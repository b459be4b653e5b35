package io.cloudpbx.receptionist.offline;

import io.cloudpbx.claude.Usage;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.ReceptionistMind;
import io.cloudpbx.receptionist.offline.facts.Knowing;
import io.cloudpbx.receptionist.offline.roster.Roster;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides by rules alone: without a network, within milliseconds, always alike. Safe for many calls at once. */
public final class OfflineReceptionist implements ReceptionistMind {
    private final AtomicReference<@Nullable Roster> roster = new AtomicReference<>();
    private final AtomicReference<@Nullable Knowing> knowing = new AtomicReference<>();

    @Override
    public Decided decide(CallerTurn turn) {
        long began = System.nanoTime();
        Utterance utterance = Utterance.of(turn.heard(), saidBefore(turn));
        Understood understood = new Conversation(turn, roster(turn), knowing(turn.knowledge())).understand(utterance);
        return new Decided(
                understood.decision(),
                utterance.language().code(),
                "offline",
                null,
                Usage.NONE,
                BigDecimal.ZERO,
                Duration.ofNanos(System.nanoTime() - began),
                understood.why(),
                understood.candidates(),
                null);
    }

    private static String saidBefore(CallerTurn turn) {
        return turn.earlier().stream()
                .filter(spoken -> spoken.speaker() == Speaker.CALLER)
                .map(Spoken::words)
                .collect(Collectors.joining(" "));
    }

    /** A directory changes seldom, and its codes cost more than many turns: the last one is kept. */
    private Roster roster(CallerTurn turn) {
        Directory directory = turn.directory();
        Roster kept = roster.get();
        if (kept != null
                && kept.business().equals(turn.businessName())
                && (kept.directory() == directory || kept.directory().equals(directory))) {
            return kept;
        }
        Roster made = new Roster(directory, turn.businessName());
        roster.set(made);
        return made;
    }

    private Knowing knowing(KnowledgeSheet sheet) {
        Knowing kept = knowing.get();
        if (kept != null && (kept.sheet() == sheet || kept.sheet().equals(sheet))) {
            return kept;
        }
        Knowing made = new Knowing(sheet);
        knowing.set(made);
        return made;
    }
}
