package io.cloudpbx.campaigns.web;

import io.cloudpbx.campaigns.Recipient;
import io.cloudpbx.problems.Problem;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An audience as JSON lists it. */
final class Recipients {
    private Recipients() {}

    /** @throws Problem {@code invalid_fields} for what is neither a number nor an object with one */
    static Iterator<Recipient> of(@Nullable List<JsonNode> listed) {
        List<JsonNode> all = listed == null ? List.of() : listed;
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < all.size();
            }

            @Override
            public Recipient next() {
                return recipient(all.get(next), ++next);
            }
        };
    }

    private static Recipient recipient(JsonNode listed, int place) {
        if (listed.isString()) {
            return new Recipient(place, listed.asString(), Map.of());
        }
        JsonNode number = listed.get("number");
        if (number == null || !number.isString()) {
            throw Problem.invalid(
                    "recipients[" + (place - 1) + "]", "not_a_recipient", "must be a number, or an object with one");
        }
        Map<String, String> fields = new HashMap<>();
        JsonNode given = listed.get("fields");
        if (given != null && given.isObject()) {
            given.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
        }
        return new Recipient(place, number.asString(), fields);
    }
}
