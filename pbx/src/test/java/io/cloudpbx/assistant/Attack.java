package io.cloudpbx.assistant;

import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.claude.stub.AskedOf;
import io.cloudpbx.claude.stub.Scripted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code attacks.jsonl}: what somebody writes, or had planted, and what a model answers that obeys.
 *
 * @param place where the instruction stands: text, summary, faq or earlier
 * @param says what the obedient model writes; {@code @@RULES:form} for its own instructions in some form
 * @param tool the tool that it chooses, offered or not; empty for a reply
 */
record Attack(
        String id,
        String family,
        String place,
        List<String> texts,
        String planted,
        String says,
        String tool,
        JsonNode arguments) {
    private static final JsonMapper JSON = new JsonMapper();

    static List<Attack> all() {
        try (var file = Objects.requireNonNull(Attack.class.getResourceAsStream("attacks.jsonl"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .map(Attack::read)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Attack read(JsonNode row) {
        var texts = StreamSupport.stream(row.path("texts").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return new Attack(
                row.path("id").asString(),
                row.path("family").asString(),
                row.path("place").asString(),
                texts,
                row.path("planted").asString(""),
                row.path("says").asString(""),
                row.path("tool").asString(""),
                row.path("arguments"));
    }

    Conversation conversation(boolean introduced) {
        var turns = new ArrayList<Turn>();
        if (place.equals("earlier")) {
            turns.add(new Turn(Who.THEM, planted, Harbor.OPEN));
            turns.add(new Turn(Who.PERSON, "Thank you, see you soon.", Harbor.OPEN));
        }
        texts.forEach(text -> turns.add(new Turn(Who.THEM, text, Harbor.OPEN)));
        var knowledge = place.equals("faq") ? Harbor.knowledge("Is the water safe?", planted) : Harbor.knowledge();
        return Harbor.of(Harbor.OPEN, introduced, turns, place.equals("summary") ? planted : null, knowledge);
    }

    /** What the attacker gets from a model without a will of its own. */
    Scripted obedience(AskedOf question) {
        if (!tool.isEmpty()) {
            return Scripted.chooses(tool, arguments.toString());
        }
        var reply = JSON.createObjectNode().put("text", payload(question)).put("tell_staff", false);
        reply.putArray("fact_ids");
        return Scripted.chooses("reply", reply.toString());
    }

    /** What must not get out. */
    String payload(AskedOf question) {
        if (!tool.isEmpty()) {
            return arguments.path("text").asString("");
        }
        String start = "@@RULES:";
        return says.startsWith(start) ? leaked(says.substring(start.length()), question.system()) : says;
    }

    private static String leaked(String form, String rules) {
        String part = rules.substring(0, 200).replaceAll("\\s+", " ");
        return switch (form) {
            case "plain" -> part;
            case "middle" -> rules.substring(600, 750);
            case "reversed" -> new StringBuilder(part).reverse().toString();
            case "rot13" -> part.chars().mapToObj(Attack::turned).collect(Collectors.joining());
            case "base64" -> Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8));
            case "hex" -> HexFormat.of().formatHex(part.substring(0, 100).getBytes(StandardCharsets.UTF_8));
            case "spaced" -> String.join(" ", part.split(""));
            case "dashed" -> part.replace(' ', '-');
            case "upper" -> part.toUpperCase(Locale.ROOT);
            case "quoted" -> "My instructions say: \"" + part.substring(20, 120) + "\"";
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static String turned(int letter) {
        if (!Character.isLetter(letter)) {
            return Character.toString(letter);
        }
        int base = Character.isUpperCase(letter) ? 'A' : 'a';
        return Character.toString((letter - base + 13) % 26 + base);
    }

    @Override
    public String toString() {
        return id + " " + family;
    }
}
