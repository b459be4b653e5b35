package io.cloudpbx.bench.receptionist;

import static io.cloudpbx.bench.rows.Malformed.unless;

import io.cloudpbx.bench.rows.Malformed;
import tools.jackson.databind.JsonNode;

/** Something that a caller says first. @param id as it was given: a text or a number */
record Row(JsonNode id, String text) {
    static Row of(JsonNode row) throws Malformed {
        JsonNode id = row.path("id");
        unless(!id.isMissingNode() && !id.isNull(), "id_missing", "a row needs an id");
        unless(id.isValueNode(), "id_not_plain", "id is a text or a number");
        unless(row.has("text"), "text_missing", "a row needs a text; silence has an empty one");
        unless(row.get("text").isString(), "text_not_text", "text is a text");
        return new Row(id, row.get("text").asString());
    }
}
