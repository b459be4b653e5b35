package io.cloudpbx.pages.api;

import static io.cloudpbx.pages.api.Schemas.map;
import static org.springframework.core.annotation.AnnotatedElementUtils.getMergedAnnotation;

import io.cloudpbx.pages.api.Schemas.Stated;
import io.cloudpbx.pages.api.Schemas.Way;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** What a handler takes out of a request. */
final class Parameters {
    private final Schemas schemas;

    Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    List<Map<String, Object>> of(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .flatMap(this::parameters)
                .toList();
    }

    private Stream<Map<String, Object>> parameters(Parameter parameter) {
        var inPath = getMergedAnnotation(parameter, PathVariable.class);
        if (inPath != null) {
            return Stream.of(parameter("path", named(inPath.value(), parameter), true, schema(parameter, "")));
        }
        var inQuery = getMergedAnnotation(parameter, RequestParam.class);
        if (inQuery != null) {
            return Stream.of(parameter(
                    "query",
                    named(inQuery.value(), parameter),
                    isNeeded(inQuery, parameter),
                    schema(parameter, inQuery.defaultValue())));
        }
        var inHead = getMergedAnnotation(parameter, RequestHeader.class);
        if (inHead != null) {
            return Stream.of(
                    parameter("header", named(inHead.value(), parameter), inHead.required(), schema(parameter, "")));
        }
        return isModel(parameter) ? model(parameter.getType()) : Stream.empty();
    }

    private static String named(String given, Parameter parameter) {
        return given.isEmpty() ? parameter.getName() : given;
    }

    private static boolean isNeeded(RequestParam query, Parameter parameter) {
        return query.required()
                && query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                && !stated(parameter).has(Nullable.class);
    }

    /** A record that is filled from the query. */
    private static boolean isModel(Parameter parameter) {
        return parameter.getType().isRecord()
                && !parameter.isAnnotationPresent(RequestBody.class)
                && !Set.of("SignedIn").contains(parameter.getType().getSimpleName());
    }

    private Stream<Map<String, Object>> model(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(this::component);
    }

    private Map<String, Object> component(RecordComponent component) {
        var stated = Stated.of(component);
        var schema = schemas.of(component.getGenericType(), Way.ASKED);
        Schemas.constrain(schema, stated);
        return parameter("query", component.getName(), !stated.has(Nullable.class), schema);
    }

    private Map<String, Object> schema(Parameter parameter, String defaultValue) {
        var schema = schemas.of(parameter.getParameterizedType(), Way.ASKED);
        Schemas.constrain(schema, stated(parameter));
        if (!defaultValue.isEmpty() && !defaultValue.equals(ValueConstants.DEFAULT_NONE)) {
            schema.put("default", typed(schema, defaultValue));
        }
        return schema;
    }

    private static Object typed(Map<String, Object> schema, String text) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Stated stated(Parameter parameter) {
        return new Stated(List.<AnnotatedElement>of(parameter, parameter.getAnnotatedType()));
    }

    private static Map<String, Object> parameter(String in, String name, boolean needed, Map<String, Object> schema) {
        return map("name", name, "in", in, "required", needed, "schema", schema);
    }

    /** What is sent along; empty when nothing is. @param types that the route takes */
    Optional<Map<String, Object>> body(HandlerMethod handler, List<String> types) {
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (InputStream.class.isAssignableFrom(parameter.getType())) {
                return Optional.of(content(types.isEmpty() ? List.of("application/octet-stream") : types, map()));
            }
            var body = parameter.getAnnotation(RequestBody.class);
            if (body != null) {
                var schema = schemas.of(parameter.getParameterizedType(), Way.ASKED);
                var content = content(types.isEmpty() ? List.of("application/json") : types, schema);
                content.put("required", body.required() && !stated(parameter).has(Nullable.class));
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    static Map<String, Object> content(List<String> types, Map<String, Object> schema) {
        var byType = map();
        types.forEach(type -> byType.put(type, schema.isEmpty() ? map() : map("schema", schema)));
        return map("content", byType);
    }
}
