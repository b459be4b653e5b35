package io.cloudpbx.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a customer tells the registries about a business, which the carrier keeps and shows but never acts on. By
 * Twilio's parameter names.
 */
record Details(Map<String, String> texts, Map<String, List<String>> lists) {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    static final Details NONE = new Details(Map.of(), Map.of());

    /** The same with what the request names instead. */
    Details with(Parameters parameters, List<String> textNames, List<String> listNames) {
        Map<String, String> newTexts = new LinkedHashMap<>(texts);
        Map<String, List<String>> newLists = new LinkedHashMap<>(lists);
        for (String name : textNames) {
            parameters.text(name).ifPresent(text -> newTexts.put(name, text));
        }
        for (String name : listNames) {
            List<String> values = parameters.all(name).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                newLists.put(name, values);
            }
        }
        return new Details(newTexts, newLists);
    }

    /** @throws ApiError naming the first of these that is missing */
    void require(List<String> names) {
        for (String name : names) {
            if (!texts.containsKey(name) && !lists.containsKey(name)) {
                throw ApiError.invalid(20001, "Missing required parameter " + name);
            }
        }
    }

    @Nullable
    String text(String name) {
        return texts.get(name);
    }

    /** Writes texts, absent ones as null, and lists into an answer, in snake case. */
    void show(Map<String, @Nullable Object> body, List<String> textNames, List<String> listNames) {
        textNames.forEach(name -> body.put(snakeCase(name), texts.get(name)));
        listNames.forEach(name -> body.put(snakeCase(name), lists.get(name)));
    }

    static String snakeCase(String parameter) {
        return WORD_START.matcher(parameter).replaceAll("_").toLowerCase(java.util.Locale.ROOT);
    }
}
