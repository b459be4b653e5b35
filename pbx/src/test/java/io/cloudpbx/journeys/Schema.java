package io.cloudpbx.journeys;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds answers against the schemas of {@code openapi.json}: the few words of JSON Schema that it uses, and none that it does not. */
record Schema(JsonNode description, JsonNode schema) {
    /** What an operation answers with a status, in JSON. */
    static Schema ofAnswer(JsonNode description, JsonNode operation, int status) {
        return new Schema(description, operation.at("/responses/" + status + "/content/application~1json/schema"));
    }

    /** What is wrong with a value, each with its place. */
    Stream<String> violations(JsonNode value, String at) {
        if (schema.has("$ref")) {
            return inner(description.at(schema.get("$ref").asString().substring(1)))
                    .violations(value, at);
        }
        if (schema.has("anyOf")) {
            List<List<String>> tries = schema.get("anyOf")
                    .valueStream()
                    .map(each -> inner(each).violations(value, at).toList())
                    .toList();
            return tries.stream().anyMatch(List::isEmpty) ? Stream.empty() : tries.getFirst().stream();
        }
        if (schema.has("enum")) {
            boolean known = schema.get("enum").valueStream().anyMatch(value::equals);
            return known ? Stream.empty() : Stream.of(at + " is " + value);
        }
        if (schema.has("type") && !types().contains(typeOf(value))) {
            return Stream.of("%s is %s, not %s".formatted(at, typeOf(value), types()));
        }
        return within(value, at);
    }

    private Schema inner(JsonNode other) {
        return new Schema(description, other);
    }

    private List<String> types() {
        JsonNode type = schema.get("type");
        List<String> types =
                type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
        return types.contains("number")
                ? Stream.concat(types.stream(), Stream.of("integer")).toList()
                : types;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private Stream<String> within(JsonNode value, String at) {
        if (value.isArray()) {
            var items = inner(schema.path("items"));
            return value.valueStream().flatMap(each -> items.violations(each, at + "[]"));
        }
        return value.isObject() ? Stream.concat(missing(value, at), members(value, at)) : Stream.empty();
    }

    private Stream<String> missing(JsonNode value, String at) {
        return schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .map(name -> at + "." + name + " is missing");
    }

    private Stream<String> members(JsonNode value, String at) {
        return value.properties().stream().flatMap(member -> {
            String name = at + "." + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                return inner(known).violations(member.getValue(), name);
            }
            JsonNode others = schema.path("additionalProperties");
            return others.isBoolean() && !others.asBoolean()
                    ? Stream.of(name + " is not described")
                    : inner(others).violations(member.getValue(), name);
        });
    }
}
