package io.cloudpbx.problems.web;

import io.cloudpbx.problems.Problem;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that could not be read, naming the field where there is one. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        while (cause != null) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                case UnrecognizedPropertyException unknown -> {
                    return Problem.invalid(field(unknown), "unknown_field", "is not a field of this request");
                }
                case InvalidFormatException text
                when text.getTargetType() == String.class -> {
                    return unstorable(field(text));
                }
                case DatabindException wrong
                when !wrong.getPath().isEmpty() -> {
                    return Problem.invalid(field(wrong), "wrong_type", "does not have a value of the right kind");
                }
                default -> cause = cause.getCause();
            }
        }
        return Problem.of(400, "invalid_json", "The body of the request is not the JSON that belongs here.");
    }

    static Problem unstorable(String field) {
        return Problem.invalid(field, "invalid_character", "holds a character that cannot be kept: U+0000");
    }

    private static String field(DatabindException wrong) {
        return wrong.getPath().stream().map(UnreadableJson::name).collect(Collectors.joining("."));
    }

    private static String name(JacksonException.Reference step) {
        String property = step.getPropertyName();
        return property == null ? Integer.toString(step.getIndex()) : property;
    }
}
