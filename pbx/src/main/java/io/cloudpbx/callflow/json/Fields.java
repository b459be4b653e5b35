package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Place;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The fields of one JSON object. Whatever is wrong is noted with its place, as a JSON pointer, and reading goes on, so that
 * somebody who writes a plan sees all that is wrong with it; therefore no databinding, which stops at the first.
 */
final class Fields {
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern EXT = Pattern.compile("1(0[1-9]|[1-9]\\d)");

    /** Stands where nothing could be read; a plan with problems is never used. */
    private static final PhoneNumber NO_NUMBER = new PhoneNumber("+15555550100");

    private final JsonNode json;
    private final String pointer;
    private final List<FieldProblem> problems;
    private final Set<String> seen = new HashSet<>();

    Fields(JsonNode json, String pointer, List<FieldProblem> problems) {
        this.json = json;
        this.pointer = pointer;
        this.problems = problems;
        if (!json.isObject()) {
            complain(pointer, "wrong_type", "must be an object");
        }
    }

    void complain(String at, String code, String message) {
        problems.add(new FieldProblem(at.isEmpty() ? "/" : at, code, message));
    }

    void complainOf(String field, String code, String message) {
        complain(at(field), code, message);
    }

    String at(String field) {
        return at(pointer, field);
    }

    private static String at(String pointer, String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Null where the field is not there or holds null. */
    @Nullable
    JsonNode find(String field) {
        seen.add(field);
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String field) {
        return find(field) != null;
    }

    /** After everything was read: what is left nobody knows. */
    void end() {
        json.propertyNames().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> complainOf(name, "unknown_field", "is not a field that belongs here"));
    }

    private <T> T required(String field, T instead, Function<JsonNode, T> reading) {
        JsonNode value = find(field);
        if (value == null) {
            complainOf(field, "missing", "is missing");
            return instead;
        }
        return reading.apply(value);
    }

    String text(String field) {
        return required(field, "", value -> text(value, at(field)));
    }

    String text(String field, String usual) {
        JsonNode value = find(field);
        return value == null ? usual : text(value, at(field));
    }

    private String text(JsonNode value, String at) {
        if (!value.isString()) {
            complain(at, "wrong_type", "must be a text");
            return "";
        }
        String text = value.stringValue();
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            complain(at, "invalid_text", "must be a text of at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    /** What is no text, or missing, has been complained of. */
    boolean isText(String field) {
        JsonNode value = find(field);
        return value != null && value.isString();
    }

    boolean flag(String field, boolean usual) {
        JsonNode value = find(field);
        if (value == null || value.isBoolean()) {
            return value == null ? usual : value.booleanValue();
        }
        complainOf(field, "wrong_type", "must be true or false");
        return usual;
    }

    int count(String field, int least, int most, int usual) {
        JsonNode value = find(field);
        if (value == null) {
            return usual;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            complainOf(field, "out_of_range", "must be a whole number from " + least + " to " + most);
            return usual;
        }
        return value.intValue();
    }

    Duration seconds(String field, int least, int most, Duration usual) {
        return Duration.ofSeconds(count(field, least, most, (int) usual.toSeconds()));
    }

    /** The key of a place; whether it is there is seen when all places are known. */
    String place(String field) {
        return text(field);
    }

    @Nullable
    String optionalPlace(String field) {
        return has(field) ? text(field) : null;
    }

    PhoneNumber number(String field) {
        return required(field, NO_NUMBER, value -> number(text(value, at(field)), at(field)));
    }

    PhoneNumber number(String text, String at) {
        return PhoneNumber.written(text)
                .filter(number -> number.e164().equals(text))
                .orElseGet(() -> noNumber(at));
    }

    /** One that calls may show. Who does not want to be known shows numbers that nobody can have. */
    PhoneNumber caller(String text, String at) {
        return PhoneNumber.reported(text).orElseGet(() -> noNumber(at));
    }

    private PhoneNumber noNumber(String at) {
        complain(at, "invalid_number", "must be a phone number such as +14155550100");
        return NO_NUMBER;
    }

    String ext(String field) {
        return ext(text(field), at(field));
    }

    String ext(String text, String at) {
        if (!EXT.matcher(text).matches()) {
            complain(at, "invalid_extension", "must be an extension from 101 to 199");
        }
        return text;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> kind, E usual) {
        String text = text(field, word(usual));
        for (E each : kind.getEnumConstants()) {
            if (word(each).equals(text)) {
                return each;
            }
        }
        complainOf(field, "unknown_value", "must be one of " + words(kind));
        return usual;
    }

    private static String words(Class<? extends Enum<?>> kind) {
        return String.join(
                ", ", Arrays.stream(kind.getEnumConstants()).map(Fields::word).toList());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Fields object(String field) {
        JsonNode value = find(field);
        return new Fields(value == null ? JsonNodeFactory.instance.objectNode() : value, at(field), problems);
    }

    Fields element(JsonNode value, String at) {
        return new Fields(value, at, problems);
    }

    /** Each element with its place. */
    <T> List<T> list(String field, int most, BiFunction<JsonNode, String, T> reading) {
        JsonNode value = find(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            complainOf(field, "wrong_type", "must be a list of at most " + most);
            return List.of();
        }
        return IntStream.range(0, value.size())
                .mapToObj(index -> reading.apply(value.get(index), at(field) + "/" + index))
                .toList();
    }

    List<String> texts(String field, int most) {
        return list(field, most, this::text);
    }

    /** Each field of an object whose fields have names of the writer's own, with its place. */
    <T> Map<String, T> map(String field, int most, BiFunction<JsonNode, String, T> reading) {
        Map<String, T> map = new LinkedHashMap<>();
        JsonNode value = find(field);
        if (value == null) {
            return map;
        }
        if (!value.isObject() || value.size() > most) {
            complainOf(field, "wrong_type", "must be an object of at most " + most + " fields");
            return map;
        }
        value.properties()
                .forEach(entry ->
                        map.put(entry.getKey(), reading.apply(entry.getValue(), at(at(field), entry.getKey()))));
        return map;
    }

    String textAt(JsonNode value, String at) {
        return text(value, at);
    }

    /** What is written, under a key that is free to be drawn under. */
    void requireFree(String key, String at) {
        if (!Place.isFree(key)) {
            complain(
                    at,
                    "invalid_key",
                    "must be named in small letters, digits and dashes, and not like an extension, a mailbox or the operator");
        }
    }
}
