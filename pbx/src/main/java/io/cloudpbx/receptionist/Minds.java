package io.cloudpbx.receptionist;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.receptionist.claude.ClaudeReceptionist;
import io.cloudpbx.receptionist.offline.OfflineReceptionist;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Minds for whoever looks back. They remember nothing that those of callers do, and keep none of it from them. */
public final class Minds {
    private final Claude claude;
    private final OfflineReceptionist offline = new OfflineReceptionist();

    Minds(Claude claude) {
        this.claude = claude;
    }

    public ReceptionistMind withoutModel() {
        return offline;
    }

    /** As callers meet it. @param model null for the one that is configured */
    public ReceptionistMind withModel(@Nullable String model) {
        return new ClaudeReceptionist(claude, offline, model);
    }

    /** What a model would be asked; empty where none would be. Nobody is asked for that. */
    public Optional<Prompt> questionAbout(CallerTurn turn) {
        return new ClaudeReceptionist(claude, offline).questionAbout(turn);
    }

    /** Whether asking a model makes sense now. */
    public boolean areModelsThere() {
        return claude.isAvailable();
    }
}
