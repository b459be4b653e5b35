package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.state.CarrierState;
import java.time.Instant;
import java.util.List;

/** What those who take texts and those who move them have in common. */
final class Desk {
    private static final int TEXTS_KEPT = 250_000;

    private final TextStore store;
    private final HandsetTexts handsets;
    private final Senders senders;
    private final OptOuts optOuts;
    private final Quotas quotas;
    private final Caps caps;
    private final Pace pace = new Pace();
    private final Arrivals arrivals = new Arrivals();
    private final Ledger ledger;

    Desk(CarrierState state, Ledger ledger) {
        this.store = new TextStore(state, TEXTS_KEPT);
        this.handsets = new HandsetTexts(state, TEXTS_KEPT);
        this.senders = new Senders(state);
        this.optOuts = new OptOuts(state);
        this.quotas = new Quotas(state, store);
        this.caps = new Caps(state, store);
        this.ledger = ledger;
    }

    TextStore store() {
        return store;
    }

    HandsetTexts handsets() {
        return handsets;
    }

    Senders senders() {
        return senders;
    }

    OptOuts optOuts() {
        return optOuts;
    }

    Quotas quotas() {
        return quotas;
    }

    Caps caps() {
        return caps;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Asks for a place in the sender's queue; that the sender has asked is counted in any case. */
    Pace.Slot reserve(String from, String to, int segments, Instant now, Instant expires) {
        Pace.Limits limits = senders.limits(from, to);
        tell(arrivals.count(Sender.queue(from, to), segments, limits.segmentsPerSecond(), now));
        return pace.reserve(Sender.queue(from, to), segments, limits, now, expires);
    }

    Instant nextFree(String from, String to, Instant now) {
        return pace.nextFree(Sender.queue(from, to), now);
    }

    /** Takes a slot again that was given before a restart. */
    void restore(String from, String to, int segments, Instant at) {
        pace.restore(Sender.queue(from, to), segments, senders.limits(from, to), at);
    }

    /** Tells the ledger of every second that is over and in which a sender had too much to say. */
    void tellOfHaste(Instant now) {
        tell(arrivals.over(now));
    }

    private void tell(List<Arrivals.Second> seconds) {
        if (!seconds.isEmpty()) {
            ledger.appendAll(seconds.stream()
                    .map(second -> (Fact) new Fact.RateExceeded(
                            second.sender(), second.second(), second.segments(), (int) Math.floor(second.allowed())))
                    .toList());
        }
    }
}
