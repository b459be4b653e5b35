package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Signature;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.Grounds.Hours;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How evidence is kept: what many texts have in common once, under the hash of it, and with each attempt what is its own. For one
 * statement.
 */
final class KeptEvidence {
    private final JsonMapper json;
    private final Map<Common, UUID> ids = new HashMap<>();
    private final Map<UUID, String> written = new TreeMap<>();
    private final Map<String, Common> read = new HashMap<>();

    KeptEvidence(JsonMapper json) {
        this.json = json;
    }

    private record Common(@Nullable Hours hours, List<String> checks, Signature signature) {}

    /** Under which id it is to be kept with others like it. */
    UUID id(Evidence evidence) {
        return ids.computeIfAbsent(
                new Common(evidence.grounds().hours(), evidence.checks(), evidence.signature()), common -> {
                    String text = json.writeValueAsString(common);
                    UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
                    written.put(id, text);
                    return id;
                });
    }

    /** All that was given an id, in one order, so that no two who write wait for each other. */
    Map<UUID, String> written() {
        return written;
    }

    /** @param row with {@code judged_at}, {@code consent_id} and {@code kept}; null for an attempt of before these were kept */
    @Nullable
    Evidence of(ResultSet row) throws SQLException {
        String kept = row.getString("kept");
        if (kept == null) {
            return null;
        }
        Common common = read.computeIfAbsent(kept, text -> json.readValue(text, Common.class));
        var grounds = new Grounds(Columns.instant(row, "judged_at"), row.getString("consent_id"), common.hours());
        return new Evidence(grounds, common.checks(), common.signature());
    }
}
