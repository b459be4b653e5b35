package io.cloudpbx.sandbox.state;

import java.util.List;

/**
 * The registration of each sending number. A number about which nobody has said anything counts as registered, so that a
 * first text needs no paperwork; from its first verification or campaign on, or when a test says so, its status decides.
 */
public final class SenderRegistrations {
    private final Table<SenderRegistration> table;

    SenderRegistrations(CarrierState state) {
        this.table = state.table("sender-registration", SenderRegistration.class);
    }

    /** The registration of a number in E.164 form. */
    public SenderRegistration of(String e164) {
        return table.get(e164).orElseGet(() -> registration(e164, SenderRegistration.Status.REGISTERED));
    }

    public void set(String e164, SenderRegistration.Status status) {
        table.put(e164, registration(e164, status));
    }

    /** Back to where nobody has said anything. */
    public void forget(String e164) {
        if (table.get(e164).isPresent()) {
            table.remove(e164);
        }
    }

    /** Those about which something was said, oldest first. */
    public List<SenderRegistration> all() {
        return table.all();
    }

    private static SenderRegistration registration(String e164, SenderRegistration.Status status) {
        return new SenderRegistration(e164, TollFree.is(e164), status);
    }
}
