package io.cloudpbx.sandbox.rest;

import io.javalin.http.Context;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as the 2010 API does: snake case, absent values as null. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Json() {}

    /** When a thing was made, as it is shown; empty when that is not shown. */
    static String dateCreated(Object body) {
        return MAPPER.valueToTree(body).path("date_created").asString("");
    }

    static void write(Context ctx, int status, Object body) {
        ctx.status(status).contentType("application/json; charset=utf-8").result(MAPPER.writeValueAsBytes(body));
    }
}
