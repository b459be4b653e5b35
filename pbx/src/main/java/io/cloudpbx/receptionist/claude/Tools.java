package io.cloudpbx.receptionist.claude;

import static java.util.stream.Collectors.joining;

import io.cloudpbx.claude.Prompt.Tool;
import io.cloudpbx.knowledge.words.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The closed set of answers ({@code ai-receptionist.md} section 5.1), by name. None takes a number, an address or free text that is acted upon. */
final class Tools {
    /** Instead of an id: the business's own mailbox. */
    static final String NOBODY_IN_PARTICULAR = "business";

    private static final String SAY = "\"say\": {\"type\": \"string\", \"description\": \"spoken to the caller\"}";

    private Tools() {}

    static List<Tool> offered(Scene scene) {
        var tools = new ArrayList<Tool>();
        tools.add(new Tool("answer", "Tell what the facts say", object(facts(scene) + ", " + SAY, "fact_ids", "say")));
        tools.add(new Tool(
                "clarify",
                "Ask once, when two or three could be meant or nothing is clear",
                object(
                        "\"candidate_ids\": {\"type\": \"array\", \"items\": " + oneOf(scene.ids())
                                + "}, \"question\": {\"type\": \"string\"}",
                        "candidate_ids",
                        "question")));
        tools.add(new Tool(
                "end_call",
                "They are done, or called the wrong number",
                object("\"reason\": " + oneOf(List.of("goodbye", "wrong_number")), "reason")));
        tools.add(new Tool(
                "operator",
                "Let a person who answers for all take the call",
                object("\"reason\": " + oneOf(reasons()), "reason")));
        tools.add(new Tool(
                "take_message",
                "Record a message, for somebody or for the business",
                object("\"target_id\": " + oneOf(mailboxes(scene)), "target_id")));
        if (!scene.ids().isEmpty()) {
            tools.add(new Tool(
                    "transfer",
                    "Ring a person or a department",
                    object(SAY + ", \"target_id\": " + oneOf(scene.ids()), "say", "target_id")));
        }
        return tools;
    }

    private static String facts(Scene scene) {
        var ids = scene.facts().facts().stream().map(Fact::id).toList();
        return "\"fact_ids\": {\"type\": \"array\", \"items\": " + oneOf(ids) + "}";
    }

    private static List<String> mailboxes(Scene scene) {
        return Stream.concat(Stream.of(NOBODY_IN_PARTICULAR), scene.ids().stream())
                .toList();
    }

    private static List<String> reasons() {
        return Arrays.stream(Reason.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String oneOf(List<String> names) {
        return names.isEmpty()
                ? "{\"type\": \"string\"}"
                : "{\"type\": \"string\", \"enum\": ["
                        + names.stream().map(name -> "\"" + name + "\"").collect(joining(", ")) + "]}";
    }

    private static String object(String properties, String... required) {
        return "{\"type\": \"object\", \"properties\": {" + properties + "}, \"required\": ["
                + Stream.of(required).map(name -> "\"" + name + "\"").collect(joining(", "))
                + "], \"additionalProperties\": false}";
    }
}
