package io.cloudpbx.bench.messages;

import static io.cloudpbx.bench.rows.Malformed.unless;

import io.cloudpbx.bench.rows.Malformed;
import io.cloudpbx.messaging.flow.ArrivedText;
import io.cloudpbx.messaging.flow.ThreadState;
import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads rows {@code {id, state: {optedOut, aiEnabled}, history: [{from, text}], body, numMedia}}. What is not said is as in a
 * fresh thread; what is said wrongly is refused by a name and a sentence.
 */
final class RowReader {
    private static final Set<String> THEM =
            Set.of("them", "they", "customer", "contact", "caller", "user", "person", "inbound", "in", "texter");

    Row row(JsonNode row) throws Malformed {
        JsonNode id = row.path("id");
        unless(!id.isMissingNode() && !id.isNull(), "id_missing", "a row needs an id");
        unless(id.isValueNode(), "id_not_plain", "id is a text or a number");
        unless(row.has("body"), "body_missing", "a row needs a body; an empty text has an empty one");
        unless(row.get("body").isString(), "body_not_text", "body is a text");
        JsonNode state = part(row, "state", JsonNode::isObject, "an object");
        return new Row(
                id,
                new ArrivedText(row.get("body").asString(), media(row), ""),
                new ThreadState(flag(state, "optedOut", false), flag(state, "aiEnabled", true), history(row)));
    }

    private static int media(JsonNode row) throws Malformed {
        JsonNode media = row.path("numMedia");
        if (media.isMissingNode() || media.isNull()) {
            return 0;
        }
        // As the carrier's webhook has it, a number in a text is one too.
        String digits = media.isString() ? media.asString() : media.toString();
        unless(digits.matches("\\d{1,4}"), "num_media_not_a_number", "numMedia is a whole number from 0");
        return Integer.parseInt(digits);
    }

    private static boolean flag(JsonNode state, String name, boolean otherwise) throws Malformed {
        JsonNode flag = state.path(name);
        if (flag.isMissingNode() || flag.isNull()) {
            return otherwise;
        }
        unless(flag.isBoolean(), "state_not_boolean", "state." + name + " is true or false");
        return flag.asBoolean();
    }

    private static List<Said> history(JsonNode row) throws Malformed {
        List<Said> history = new ArrayList<>();
        for (JsonNode said : part(row, "history", JsonNode::isArray, "a list")) {
            unless(
                    said.path("from").isString() && said.path("text").isString(),
                    "history_not_said",
                    "each entry of history has a from and a text");
            Speaker speaker = THEM.contains(said.path("from").asString()) ? Speaker.THEM : Speaker.US;
            history.add(new Said(speaker, said.path("text").asString()));
        }
        return history;
    }

    /** An empty object, which has no fields and no elements, where the part is not given. */
    private static JsonNode part(JsonNode row, String name, Predicate<JsonNode> fits, String kind) throws Malformed {
        JsonNode part = row.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        unless(fits.test(part), name + "_not_" + kind.substring(kind.indexOf(' ') + 1), name + " is " + kind);
        return part;
    }
}
