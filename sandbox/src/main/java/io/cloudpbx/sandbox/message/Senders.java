package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;

/** What was arranged for business numbers that send texts. */
public final class Senders {
    private final Table<Sender> senders;

    Senders(CarrierState state) {
        this.senders = state.table("sender", Sender.class);
    }

    public Sender of(String number) {
        return senders.get(number).orElse(Sender.DEFAULT);
    }

    public void arrange(String number, Sender sender) {
        senders.put(number, sender);
    }

    public void forget(String number) {
        senders.remove(number);
    }

    Pace.Limits limits(String from, String to) {
        return of(from).limits(from, to);
    }
}
