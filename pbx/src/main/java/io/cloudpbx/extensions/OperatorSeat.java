package io.cloudpbx.extensions;

import io.cloudpbx.extensions.store.ExtensionRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the operator named in the settings is somebody: otherwise callers who ask for a person fall to the general
 * mailbox, and nobody notices. Everything here joins the caller's transaction.
 */
@Component
class OperatorSeat {
    private final Settings settings;
    private final ExtensionRows rows;

    OperatorSeat(Settings settings, ExtensionRows rows) {
        this.settings = settings;
        this.rows = rows;
    }

    /** Before anything is looked at: nobody becomes the operator while we take their extension away. */
    void hold() {
        settings.held();
    }

    void moved(String from, String to) {
        if (isTaken(from) && !from.equals(to)) {
            seat(to);
        }
    }

    /** @param gone out of service already */
    void left(Extension gone, Successor successor) {
        if (!isTaken(gone.ext())) {
            return;
        }
        switch (successor) {
            case Successor.Unsaid unsaid -> throw needed(gone);
            case Successor.Nobody nobody -> seat(null);
            case Successor.Ext(String ext) -> {
                if (rows.byExt(ext).isEmpty()) {
                    throw Problem.invalid("operator", "no_such_extension", "must be another extension in use, or none");
                }
                seat(ext);
            }
        }
    }

    private static Problem needed(Extension gone) {
        return Problem.conflict(
                "operator_successor_needed",
                "operator",
                "Extension " + gone.ext()
                        + " answers callers who ask for a person. Say who does so from now on: operator="
                        + "another extension, or operator=none for the general mailbox.");
    }

    private boolean isTaken(String ext) {
        return ext.equals(settings.held().operatorExtension());
    }

    private void seat(@Nullable String ext) {
        settings.change(settings.held().withOperator(ext));
    }
}
