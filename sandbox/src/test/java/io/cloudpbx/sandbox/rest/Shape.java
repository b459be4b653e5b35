package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The model of a resource in the official library, which is generated from Twilio's OpenAPI description: the judge of
 * names and types ({@code twilio.md} E11).
 */
record Shape(Class<?> model) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** No field is missing, misspelled or invented, and the library understands each value that is not null. */
    void holds(JsonNode json, Set<String> notInModel) {
        Set<String> names = new TreeSet<>(json.propertyNames());
        Set<String> expected = new TreeSet<>(names());
        expected.addAll(notInModel);
        assertThat(names).as("The fields of %s", model.getName()).isEqualTo(expected);
        Object parsed = parse(json.toString());
        Map<String, Field> fields = fields();
        for (String name : names()) {
            JsonNode value = json.get(name);
            Field field = Objects.requireNonNull(fields.get(plain(name)), name);
            if (!value.isNull()) {
                assertThat(typeFits(field.getType(), value))
                        .as("%s.%s is a %s, but here %s", model.getSimpleName(), name, field.getType(), value)
                        .isTrue();
                assertThat(read(field, parsed))
                        .as("%s.%s as the library reads %s", model.getSimpleName(), name, value)
                        .isNotNull();
            }
        }
    }

    /** What the library's constructor takes. */
    private Set<String> names() {
        return Arrays.stream(model.getDeclaredConstructors())
                .map(Constructor::getParameters)
                .map(parameters -> Arrays.stream(parameters)
                        .map((Parameter parameter) -> parameter.getAnnotation(JsonProperty.class))
                        .filter(property -> property != null)
                        .map(JsonProperty::value)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Field> fields() {
        return Arrays.stream(model.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .collect(Collectors.toMap(field -> plain(field.getName()), field -> field));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Section 11: what the library has as text is text in JSON, also when it looks like a number. */
    private static boolean typeFits(Class<?> type, JsonNode value) {
        if (type == String.class || type.isEnum()) {
            return value.isString();
        }
        if (type == Boolean.class) {
            return value.isBoolean();
        }
        if (type == Integer.class || type == Long.class) {
            return value.isIntegralNumber();
        }
        return true;
    }

    private Object parse(String json) {
        try {
            Method fromJson = model.getMethod("fromJson", String.class, ObjectMapper.class);
            return fromJson.invoke(null, json, MAPPER);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The library cannot read " + json, e);
        }
    }

    private static Object read(Field field, Object from) {
        try {
            field.setAccessible(true);
            return field.get(from);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
