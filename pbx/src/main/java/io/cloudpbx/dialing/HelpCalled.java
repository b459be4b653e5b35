package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody here called for help. Told at once to whoever is at this node, before it is written down: the database may not be there.
 *
 * @param name of whoever called
 * @param ext whose phone rang
 * @param phone at which they can be called back
 * @param from the number of ours that was shown
 * @param located whether the carrier knew an address of it
 * @param placed whether the carrier took the call
 */
public record HelpCalled(
        UUID id,
        Instant at,
        String name,
        String ext,
        PhoneNumber phone,
        PhoneNumber from,
        HelpNumber number,
        boolean located,
        boolean placed) {

    /** The same, of which the carrier did not say that it took it. */
    public HelpCalled notPlaced() {
        return new HelpCalled(id, at, name, ext, phone, from, number, located, false);
    }

    public String title() {
        return name + called();
    }

    private String called() {
        return (placed ? " called " : " tried to call ") + number.digits();
    }

    /** What others here need to know, in a sentence or two. */
    public String sentence() {
        return name + " (extension " + ext + ")" + called() + ". Call back: " + phone.display() + ". " + where();
    }

    private String where() {
        if (!placed) {
            return "The carrier did not take the call.";
        }
        return located
                ? "Help was given the address registered for " + from.display() + "."
                : from.display() + " has no registered address, so help has to ask where to go.";
    }
}
