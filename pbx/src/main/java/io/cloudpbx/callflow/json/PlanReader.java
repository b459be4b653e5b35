package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Personal.FindMe;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a plan, and nothing that only looks like one. */
public final class PlanReader {
    private static final int MOST_NODES = 500;
    private static final int MOST_SCHEDULES = 20;
    private static final int MOST_NUMBERS = 2_000;

    private PlanReader() {}

    /**
     * Where places lead, and who is there, is not looked at here.
     *
     * @throws Problem {@code invalid_fields}, with everything that is wrong and where, as JSON pointers
     */
    public static Plan read(JsonNode json) {
        List<FieldProblem> problems = new ArrayList<>();
        Plan plan = read(new Fields(json, "", problems));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return plan;
    }

    private static Plan read(Fields fields) {
        var plan = new Plan(
                fields.place("main"),
                fields.optionalPlace("operator"),
                numbered(fields, "numbers", (value, at) -> entry(fields.element(value, at))),
                nodes(fields),
                fields.map("hours", MOST_SCHEDULES, (value, at) -> schedule(fields, value, at)),
                fields.map("extensions", MOST_NUMBERS, (value, at) -> personal(fields, value, at)),
                callers(fields.object("callers")));
        fields.end();
        return plan;
    }

    private static <T> Map<PhoneNumber, T> numbered(
            Fields fields, String field, BiFunction<JsonNode, String, T> reading) {
        Map<PhoneNumber, T> numbered = new LinkedHashMap<>();
        fields.map(field, MOST_NUMBERS, reading)
                .forEach(
                        (number, value) -> numbered.put(fields.number(number, fields.at(field) + "/" + number), value));
        return numbered;
    }

    private static Entry entry(Fields fields) {
        var codes = Arrays.stream(Language.values()).collect(Collectors.toMap(Language::code, each -> each));
        String code = fields.text("language", Language.ENGLISH.code());
        if (!codes.containsKey(code)) {
            fields.complainOf(
                    "language",
                    "unknown_language",
                    "must be one of " + codes.keySet().stream().sorted().toList());
        }
        var entry = new Entry(fields.place("start"), codes.getOrDefault(code, Language.ENGLISH));
        fields.end();
        return entry;
    }

    private static Map<String, Node> nodes(Fields fields) {
        var nodes = fields.map("nodes", MOST_NODES, (value, at) -> NodeReader.read(fields.element(value, at)));
        nodes.keySet().forEach(key -> fields.requireFree(key, fields.at("nodes") + "/" + key));
        return nodes;
    }

    private static Schedule schedule(Fields fields, JsonNode value, String at) {
        if (!at.matches(".*/[a-z][a-z0-9-]{0,39}")) {
            fields.complain(at, "invalid_key", "must be named in small letters, digits and dashes");
        }
        return ScheduleReader.read(fields.element(value, at));
    }

    private static Personal personal(Fields fields, JsonNode value, String at) {
        fields.ext(at.substring(at.lastIndexOf('/') + 1), at);
        Fields rules = fields.element(value, at);
        var personal = new Personal(
                rules.has("hours") ? rules.text("hours") : null,
                rules.optionalPlace("closed"),
                rules.flag("doNotDisturb", false),
                rules.seconds("seconds", 5, 120, Personal.USUAL_RINGING),
                rules.list("findMe", 5, (phone, place) -> findMe(rules.element(phone, place))),
                rules.optionalPlace("otherwise"));
        rules.end();
        return personal;
    }

    private static FindMe findMe(Fields fields) {
        var phone = new FindMe(fields.number("number"), fields.seconds("seconds", 5, 120, Personal.USUAL_RINGING));
        fields.end();
        return phone;
    }

    private static Callers callers(Fields fields) {
        Set<PhoneNumber> blocked = new LinkedHashSet<>(fields.list(
                "blocked", Callers.MOST_BLOCKED, (value, at) -> fields.caller(fields.textAt(value, at), at)));
        var callers = new Callers(blocked, fields.optionalPlace("anonymous"), numbered(fields, "vips", fields::textAt));
        fields.end();
        return callers;
    }
}
