package io.cloudpbx.pages.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON schemas of our types, as they are written in answers and read from requests. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = simple();

    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** Whether a value is read or written: what may be null may be left out of a request, and is always there in an answer. */
    enum Way {
        ASKED,
        ANSWERED
    }

    private record Context(Way way, Map<TypeVariable<?>, Type> known) {}

    /** All records that were met so far, by name. */
    Map<String, Map<String, Object>> components() {
        return components;
    }

    Map<String, Object> of(Type type, Way way) {
        return of(type, new Context(way, Map.of()));
    }

    private Map<String, Object> of(Type type, Context context) {
        return switch (type) {
            case Class<?> raw -> ofClass(raw, raw, context);
            case ParameterizedType generic -> ofGeneric(generic, context);
            case TypeVariable<?> variable -> of(context.known().getOrDefault(variable, Object.class), context);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0], context);
            default -> new LinkedHashMap<>();
        };
    }

    private Map<String, Object> ofGeneric(ParameterizedType type, Context context) {
        var raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return map("type", "array", "items", of(arguments[0], context));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map("type", "object", "additionalProperties", of(arguments[1], context));
        }
        if (raw.isRecord()) {
            return ofClass(raw, type, new Context(context.way(), bound(raw, arguments, context)));
        }
        return Optional.class == raw ? of(arguments[0], context) : new LinkedHashMap<>();
    }

    private static Map<TypeVariable<?>, Type> bound(Class<?> raw, Type[] arguments, Context context) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Type argument = arguments[i];
            bound.put(
                    raw.getTypeParameters()[i],
                    argument instanceof TypeVariable<?> open ? context.known().getOrDefault(open, open) : argument);
        }
        return bound;
    }

    private Map<String, Object> ofClass(Class<?> raw, Type whole, Context context) {
        if (SIMPLE.containsKey(raw)) {
            return new LinkedHashMap<>(SIMPLE.get(raw));
        }
        if (raw.isEnum()) {
            return map(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
        }
        var own = whole == raw ? new Context(context.way(), Map.of()) : context;
        return raw.isRecord() ? reference(raw, whole, own) : new LinkedHashMap<>();
    }

    private Map<String, Object> reference(Class<?> raw, Type whole, Context context) {
        String key = whole.getTypeName() + context.known() + context.way();
        String name = names.get(key);
        if (name == null) {
            name = unused(name(raw, context), context.way());
            names.put(key, name);
            components.put(name, new LinkedHashMap<>());
            components.put(name, record(raw, context));
        }
        return map("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> raw, Context context) {
        String outer = raw.getEnclosingClass() == null
                ? ""
                : raw.getEnclosingClass().getSimpleName().replaceAll("(Controller|View)$", "");
        String of = context.known().values().stream()
                .map(type -> type instanceof Class<?> known ? name(known, new Context(context.way(), Map.of())) : "")
                .reduce("", String::concat);
        return outer + raw.getSimpleName() + (of.isEmpty() ? "" : "Of" + of);
    }

    private String unused(String name, Way way) {
        String wanted = components.containsKey(name) && way == Way.ASKED ? name + "Wish" : name;
        for (int i = 2; components.containsKey(wanted); i++) {
            wanted = name + i;
        }
        return wanted;
    }

    private Map<String, Object> record(Class<?> raw, Context context) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            properties.put(component.getName(), property(component, context));
            if (context.way() == Way.ANSWERED || isNeeded(component)) {
                required.add(component.getName());
            }
        }
        var schema = map("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static boolean isNeeded(RecordComponent component) {
        return component.getType().isPrimitive()
                || Stated.of(component).has(NotNull.class, NotBlank.class, NotEmpty.class);
    }

    private Map<String, Object> property(RecordComponent component, Context context) {
        var stated = Stated.of(component);
        if (stated.has(JsonRawValue.class)) {
            return new LinkedHashMap<>();
        }
        var schema = of(component.getGenericType(), context);
        constrain(schema, stated);
        return stated.has(Nullable.class) ? orNull(schema) : schema;
    }

    static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
            schema.put("type", List.of(type, "null"));
            return schema;
        }
        return schema.isEmpty() ? schema : map("anyOf", List.of(schema, map("type", "null")));
    }

    /** What is stated about a value, wherever Java puts it. */
    record Stated(List<AnnotatedElement> places) {
        static Stated of(RecordComponent component) {
            try {
                var field = component.getDeclaringRecord().getDeclaredField(component.getName());
                return new Stated(List.of(component, component.getAnnotatedType(), field, field.getAnnotatedType()));
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @SafeVarargs
        final boolean has(Class<? extends Annotation>... wanted) {
            return Arrays.stream(wanted).anyMatch(each -> places.stream().anyMatch(at -> at.isAnnotationPresent(each)));
        }

        <A extends Annotation> Optional<A> find(Class<A> wanted) {
            return places.stream()
                    .filter(at -> at.isAnnotationPresent(wanted))
                    .map(at -> at.getAnnotation(wanted))
                    .findFirst();
        }
    }

    static void constrain(Map<String, Object> schema, Stated stated) {
        String what = "array".equals(schema.get("type")) ? "Items" : "Length";
        stated.find(Size.class).ifPresent(size -> {
            if (size.min() > 0) {
                schema.put("min" + what, size.min());
            }
            if (size.max() < Integer.MAX_VALUE) {
                schema.put("max" + what, size.max());
            }
        });
        if (stated.has(NotBlank.class, NotEmpty.class)) {
            schema.putIfAbsent("min" + what, 1);
        }
        stated.find(Min.class).ifPresent(min -> schema.put("minimum", min.value()));
        stated.find(Max.class).ifPresent(max -> schema.put("maximum", max.value()));
        stated.find(Pattern.class).ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern.regexp() + ")$"));
        stated.find(Email.class).ifPresent(email -> schema.put("format", "email"));
    }

    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    private static Map<Class<?>, Map<String, Object>> simple() {
        Map<Class<?>, Map<String, Object>> simple = new HashMap<>();
        simple.put(String.class, map("type", "string"));
        simple.put(UUID.class, map("type", "string", "format", "uuid"));
        simple.put(Instant.class, map("type", "string", "format", "date-time"));
        simple.put(LocalDate.class, map("type", "string", "format", "date"));
        simple.put(LocalTime.class, map("type", "string"));
        simple.put(URI.class, map("type", "string", "format", "uri"));
        List.<Class<?>>of(int.class, Integer.class, long.class, Long.class)
                .forEach(type -> simple.put(type, map("type", "integer")));
        List.<Class<?>>of(double.class, Double.class, float.class, Float.class)
                .forEach(type -> simple.put(type, map("type", "number")));
        List.<Class<?>>of(boolean.class, Boolean.class).forEach(type -> simple.put(type, map("type", "boolean")));
        return simple;
    }
}
