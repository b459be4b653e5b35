package io.cloudpbx.bench;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the carrier has seen, which nobody can argue with. */
public final class CarrierLedger {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http carrier;

    public CarrierLedger(Http carrier) {
        this.carrier = carrier;
    }

    /** Reads one entry. */
    public interface Reader {
        void read(JsonNode entry);
    }

    /** @return after which entry to go on reading */
    public long each(String kind, long after, Reader reader) throws IOException {
        while (true) {
            Http.forgetRested();
            JsonNode page = JSON.readTree(
                    carrier.send("GET", "/sandbox/ledger?limit=1000&kind=%s&after=%d".formatted(kind, after), "")
                            .accepted());
            page.get("entries").forEach(reader::read);
            long next = page.get("next").asLong();
            if (next == after) {
                return after;
            }
            after = next;
        }
    }
}
