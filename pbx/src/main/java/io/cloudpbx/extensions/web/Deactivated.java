package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.ExtensionView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a deactivation: it says what happens to the number. */
record Deactivated(
        UUID id, String ext, boolean active, @Nullable Fate number) {

    record Fate(@Nullable String phoneNumber, String fate, String detail) {}

    static Deactivated of(ExtensionView before, boolean released) {
        return new Deactivated(before.id(), before.ext(), false, fate(before, released));
    }

    private static @Nullable Fate fate(ExtensionView before, boolean released) {
        if (before.provisioning().state().equals("none")) {
            return null;
        }
        if (before.numberDisplay() == null) {
            return new Fate(null, "releasing", "There was no number yet; one on its way is given back.");
        }
        String shown = before.numberDisplay();
        return released
                ? new Fate(
                        before.number(), "releasing", shown + " is being given back to the carrier, perhaps for good.")
                : new Fate(before.number(), "kept", shown + " stays yours. Callers to it now hear the main menu.");
    }
}
