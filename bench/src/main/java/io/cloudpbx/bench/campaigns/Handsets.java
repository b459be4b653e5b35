package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.CarrierLedger;
import io.cloudpbx.bench.Http;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What reached people's phones and how fast numbers were, by the carrier's ledger. */
final class Handsets {
    private final CarrierLedger ledger;
    private final Map<String, Integer> texts = new HashMap<>();
    private long read;

    Handsets(Http carrier) {
        this.ledger = new CarrierLedger(carrier);
    }

    /** How many texts each phone has got until now. */
    Map<String, Integer> texts() throws IOException {
        read = ledger.each(
                "text.delivered", read, text -> texts.merge(text.get("to").asString(), 1, Integer::sum));
        return Map.copyOf(texts);
    }

    /** In how many seconds one of these numbers had more to say than it may. */
    int secondsOverTheRate(Collection<String> numbers) throws IOException {
        int[] seconds = new int[1];
        ledger.each("rate.exceeded", 0, second -> {
            if (numbers.contains(second.get("sender").asString())) {
                seconds[0]++;
            }
        });
        return seconds[0];
    }
}
