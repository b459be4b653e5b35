package io.cloudpbx.pages.api;

import static io.cloudpbx.pages.api.Schemas.map;

import java.util.List;
import java.util.Map;

/** What stands around the routes. */
final class Frame {
    private Frame() {}

    static Map<String, Object> info() {
        return map(
                "title",
                "CloudPBX",
                "version",
                "0.1.0",
                "description",
                "Everything the dashboard does can be done by this API. Send `Authorization: Bearer` and a token from Settings › API"
                        + " Tokens. Lists answer `items` and `next`; give `next` back as `cursor` for what follows. What is refused is"
                        + " answered as a problem document (RFC 9457) with a stable `code`.");
    }

    static Map<String, Object> securitySchemes() {
        return map(
                "token",
                map("type", "http", "scheme", "bearer", "description", "An API token; it may do what its role may."),
                "session",
                map(
                        "type",
                        "apiKey",
                        "in",
                        "cookie",
                        "name",
                        "SESSION",
                        "description",
                        "A person who signed in; changes also need the cookie XSRF-TOKEN's value as X-XSRF-TOKEN."));
    }

    static Map<String, Object> anyProblem() {
        var answer = map("description", "Any other refusal; its code is one of those listed under x-problems.");
        answer.putAll(
                Parameters.content(List.of("application/problem+json"), map("$ref", "#/components/schemas/Problem")));
        return answer;
    }

    static Map<String, Object> problem() {
        var text = map("type", "string");
        var field = map(
                "type", "object",
                "properties", map("field", text, "code", text, "message", text),
                "required", List.of("field", "code", "message"));
        return map(
                "type",
                "object",
                "properties",
                map(
                        "type",
                        map("type", "string", "format", "uri"),
                        "title",
                        text,
                        "status",
                        map("type", "integer"),
                        "code",
                        text,
                        "detail",
                        text,
                        "errors",
                        map("type", "array", "items", field)),
                "required",
                List.of("type", "title", "status", "code", "detail", "errors"));
    }
}
