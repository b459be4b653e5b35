package io.cloudpbx.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as the description of the controls uses: finds what does not fit. */
record Schema(JsonNode description) {
    /** Where in {@code value} something differs from the schema; empty when nothing does. */
    List<String> problems(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            return problems(description.at(schema.get("$ref").asString().substring(1)), value, at);
        }
        if (schema.has("oneOf")) {
            long fitting = schema.get("oneOf")
                    .valueStream()
                    .filter(one -> problems(one, value, at).isEmpty())
                    .count();
            return fitting == 1 ? List.of() : List.of(at + " fits " + fitting + " of the alternatives: " + value);
        }
        List<String> problems = new ArrayList<>();
        if (schema.has("const") && !schema.get("const").equals(value)) {
            problems.add(at + " is not " + schema.get("const"));
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            problems.add(at + " is none of " + schema.get("enum"));
        }
        if (schema.has("type") && !isOfType(schema.get("type"), value)) {
            problems.add(at + " is no " + schema.get("type") + ": " + value);
        }
        problems.addAll(inside(schema, value, at));
        return problems;
    }

    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOfType(one, value));
        }
        return switch (type.asString()) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }

    private List<String> inside(JsonNode schema, JsonNode value, String at) {
        List<String> problems = new ArrayList<>();
        schema.path("required").forEach(name -> {
            if (value.isObject() && !value.has(name.asString())) {
                problems.add(at + "." + name.asString() + " is missing");
            }
        });
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                problems.addAll(problems(schema.get("items"), value.get(i), at + "[" + i + "]"));
            }
        }
        JsonNode others = schema.path("additionalProperties");
        value.propertyStream().forEach(property -> {
            String name = at + "." + property.getKey();
            JsonNode known = schema.path("properties").path(property.getKey());
            if (!known.isMissingNode()) {
                problems.addAll(problems(known, property.getValue(), name));
            } else if (others.isObject()) {
                problems.addAll(problems(others, property.getValue(), name));
            } else if (others.isBoolean() && !others.asBoolean()) {
                problems.add(name + " is not described");
            }
        });
        return problems;
    }
}
