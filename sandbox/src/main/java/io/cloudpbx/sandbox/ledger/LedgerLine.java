package io.cloudpbx.sandbox.ledger;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry as JSON, on disk and in answers: {@code {"seq","at","kind",…}}. */
final class LedgerLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerLine() {}

    static byte[] write(LedgerEntry entry) {
        return JSON.writeValueAsBytes(tree(entry));
    }

    static JsonNode tree(LedgerEntry entry) {
        ObjectNode line = JSON.createObjectNode()
                .put("seq", entry.seq())
                .put("at", entry.at().toString());
        line.setAll((ObjectNode) JSON.valueToTree(entry.fact()));
        return line;
    }

    /** @throws RuntimeException when it is no whole entry */
    static LedgerEntry read(byte[] line) {
        ObjectNode tree = (ObjectNode) JSON.readTree(line);
        long seq = tree.required("seq").asLong();
        Instant at = Instant.parse(tree.required("at").asString());
        tree.remove("seq");
        tree.remove("at");
        return new LedgerEntry(seq, at, JSON.treeToValue(tree, Fact.class));
    }
}
