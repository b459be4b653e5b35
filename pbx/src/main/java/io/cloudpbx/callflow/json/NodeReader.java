package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Personal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one place of a plan. */
final class NodeReader {
    private static final int MOST_MEMBERS = 50;
    /** So many phones the carrier rings at once. */
    private static final int MOST_AT_ONCE = 10;

    private static final int SHORTEST_WAIT = 10;
    private static final int LONGEST_WAIT = 3600;

    private NodeReader() {}

    static Node read(Fields fields) {
        Node node = switch (fields.text("type")) {
            case "menu" -> menu(fields);
            case "hours" -> new Node.Hours(fields.text("hours"), fields.place("open"), fields.place("closed"));
            case "ring" -> ringGroup(fields);
            case "queue" -> queue(fields);
            case "extension" -> new Node.Extension(fields.ext("ext"), fields.optionalPlace("otherwise"));
            case "mailbox" -> new Node.Mailbox(fields.has("ext") ? fields.ext("ext") : null);
            case "announcement" -> new Node.Announcement(words(fields, "text"), fields.place("then"));
            case "receptionist" -> new Node.Receptionist();
            case "names" -> new Node.DialByName(fields.count("tries", 1, 5, 3), fields.place("otherwise"));
            case "outside" -> new Node.Outside(fields.number("number"), ringing(fields), fields.place("otherwise"));
            case "goodbye" -> new Node.Goodbye(words(fields, "text"));
            default -> unknown(fields);
        };
        fields.end();
        return node;
    }

    private static Node unknown(Fields fields) {
        fields.complainOf(
                "type",
                "unknown_type",
                "must be one of menu, hours, ring, queue, extension, mailbox, announcement, receptionist, names, outside, goodbye");
        return new Node.Receptionist();
    }

    private static Duration ringing(Fields fields) {
        return fields.seconds("seconds", 5, 120, Personal.USUAL_RINGING);
    }

    private static String words(Fields fields, String field) {
        String words = fields.text(field);
        if (words.isBlank()) {
            fields.complainOf(field, "silent", "must say something");
        }
        return words;
    }

    private static Node menu(Fields fields) {
        Map<String, String> keys = fields.map("keys", 100, fields::textAt);
        boolean extensions = fields.flag("extensions", false);
        keys.keySet().stream()
                .filter(key -> !key.matches("[0-9*]{1,3}"))
                .forEach(key -> fields.complain(
                        fields.at("keys") + "/" + key, "invalid_key", "must be one to three keys of 0 to 9 and *"));
        if (keys.isEmpty() && !extensions) {
            fields.complainOf("keys", "empty", "must lead somewhere, or extensions must be true");
        }
        return new Node.Menu(
                fields.text("greeting", ""),
                words(fields, "choices"),
                keys,
                extensions,
                fields.seconds("seconds", 1, 20, Duration.ofSeconds(4)),
                fields.count("tries", 1, 5, 3),
                fields.place("otherwise"),
                sound(fields, "greetingSound"),
                sound(fields, "choicesSound"));
    }

    private static @Nullable String sound(Fields fields, String field) {
        String name = fields.has(field) ? fields.text(field) : null;
        if (name != null && !name.matches("[0-9a-f]{64}")) {
            fields.complainOf(field, "invalid_sound", "must be the name of a greeting, as its upload told it");
        }
        return name;
    }

    private static List<String> members(Fields fields, Strategy strategy) {
        var members = fields.list("members", MOST_MEMBERS, (value, at) -> fields.ext(fields.textAt(value, at), at));
        if (members.isEmpty()) {
            fields.complainOf("members", "empty", "must name somebody");
        }
        if (members.stream().distinct().count() < members.size()) {
            fields.complainOf("members", "twice", "must name everybody once");
        }
        if (strategy == Strategy.ALL && members.size() > MOST_AT_ONCE) {
            fields.complainOf("members", "too_many", "must be at most " + MOST_AT_ONCE + " who are rung at once");
        }
        return members;
    }

    private static Node ringGroup(Fields fields) {
        var strategy = fields.oneOf("strategy", Strategy.class, Strategy.ALL);
        return new Node.RingGroup(
                words(fields, "name"), members(fields, strategy), strategy, ringing(fields), fields.place("otherwise"));
    }

    /** Earlier plans say how often everybody is rung instead. @param round how long everybody's turns take together */
    private static Duration longest(Fields fields, Duration round) {
        boolean earlier = !fields.has("longest") && fields.has("rounds");
        if (!earlier) {
            return fields.seconds("longest", SHORTEST_WAIT, LONGEST_WAIT, Duration.ofMinutes(10));
        }
        long seconds = round.multipliedBy(fields.count("rounds", 1, 10, 3)).toSeconds();
        return Duration.ofSeconds(Math.clamp(seconds, SHORTEST_WAIT, LONGEST_WAIT));
    }

    private static Node queue(Fields fields) {
        var strategy = fields.oneOf("strategy", Strategy.class, Strategy.ALL);
        var members = members(fields, strategy);
        var ringing = ringing(fields);
        return new Node.Queue(
                words(fields, "name"),
                members,
                strategy,
                ringing,
                words(fields, "hold"),
                longest(fields, strategy == Strategy.ALL ? ringing : ringing.multipliedBy(members.size())),
                fields.flag("callback", false),
                fields.place("otherwise"));
    }
}
