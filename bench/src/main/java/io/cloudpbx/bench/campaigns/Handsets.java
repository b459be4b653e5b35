package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Http;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reached people's phones and how fast numbers were, by the carrier's ledger, which nobody can argue with. */
final class Handsets {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http carrier;
    private final Map<String, Integer> texts = new HashMap<>();
    private long read;

    Handsets(Http carrier) {
        this.carrier = carrier;
    }

    /** How many texts each phone has got until now. */
    Map<String, Integer> texts() throws IOException {
        read = each("text.delivered", read, text -> texts.merge(text.get("to").asString(), 1, Integer::sum));
        return Map.copyOf(texts);
    }

    /** In how many seconds one of these numbers had more to say than it may. */
    int secondsOverTheRate(Collection<String> numbers) throws IOException {
        int[] seconds = new int[1];
        each("rate.exceeded", 0, second -> {
            if (numbers.contains(second.get("sender").asString())) {
                seconds[0]++;
            }
        });
        return seconds[0];
    }

    private interface Entry {
        void read(JsonNode entry);
    }

    /** @return after which entry to go on reading */
    private long each(String kind, long after, Entry reader) throws IOException {
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
