package io.cloudpbx.claude.anthropic;

import com.anthropic.core.ObjectMappers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Optional;

/** The beginning of a JSON object, read as if whatever is open in it were closed there. */
final class Unfinished {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Unfinished() {}

    /** Empty where nothing can be read yet, such as behind half a name: a little more of it will do. */
    static Optional<Map<String, Object>> object(CharSequence begun) {
        try {
            Map<String, Object> read = ObjectMappers.jsonMapper().readValue(closed(begun), OBJECT);
            return Optional.ofNullable(read).filter(object -> !object.containsValue(null));
        } catch (JsonProcessingException notYet) {
            return Optional.empty();
        }
    }

    private static String closed(CharSequence begun) {
        var open = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < begun.length(); i++) {
            char c = begun.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText) {
                follow(c, open);
            }
        }
        return begun + (inText ? "\"" : "") + open.reverse();
    }

    private static void follow(char c, StringBuilder open) {
        switch (c) {
            case '{' -> open.append('}');
            case '[' -> open.append(']');
            case '}', ']' -> open.setLength(Math.max(0, open.length() - 1));
            default -> {}
        }
    }
}
