package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What differs between two plans, in words. */
public final class PlanDifference {
    private PlanDifference() {}

    /** @param at a JSON pointer */
    public record Change(String at, String says) {}

    public static List<Change> between(Plan before, Plan after) {
        List<Change> changes = new ArrayList<>();
        compare("", PlanWriter.write(before), PlanWriter.write(after), changes);
        return List.copyOf(changes);
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            names(before, after).forEach(name -> field(at + "/" + name, name, before, after, changes));
        } else {
            changes.add(new Change(at, said(at) + " was " + shown(before) + " and is " + shown(after) + "."));
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    private static void field(String at, String name, JsonNode before, JsonNode after, List<Change> changes) {
        JsonNode was = before.get(name);
        JsonNode is = after.get(name);
        if (was == null) {
            changes.add(new Change(at, said(at) + " is new: " + shown(is) + "."));
        } else if (is == null) {
            changes.add(new Change(at, said(at) + " is gone; it was " + shown(was) + "."));
        } else {
            compare(at, was, is, changes);
        }
    }

    /** {@code /nodes/menu/keys/2} is "nodes, menu, keys, 2". */
    private static String said(String pointer) {
        return pointer.substring(1).replace("/", " › ");
    }

    private static String shown(JsonNode value) {
        return value.isObject() && value.has("type") ? value.get("type").stringValue() : value.toString();
    }
}
