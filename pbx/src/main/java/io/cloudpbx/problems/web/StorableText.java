package io.cloudpbx.problems.web;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text in a request, except the one character that PostgreSQL cannot keep. */
@JacksonComponent
final class StorableText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String text = super.deserialize(json, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw context.weirdStringException(text, String.class, "holds U+0000");
        }
        return text;
    }
}
