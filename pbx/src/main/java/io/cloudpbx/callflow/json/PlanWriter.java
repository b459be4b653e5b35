package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what {@link PlanReader} reads. */
public final class PlanWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanWriter() {}

    public static ObjectNode write(Plan plan) {
        ObjectNode json = JSON.objectNode();
        json.put("main", plan.main());
        optional(json, "operator", plan.operator());
        ObjectNode numbers = json.putObject("numbers");
        plan.numbers()
                .forEach((number, entry) -> numbers.putObject(number.e164())
                        .put("start", entry.start())
                        .put("language", entry.language().code()));
        each(json.putObject("nodes"), plan.nodes(), PlanWriter::node);
        each(json.putObject("hours"), plan.hours(), PlanWriter::schedule);
        each(json.putObject("extensions"), plan.extensions(), PlanWriter::personal);
        callers(json.putObject("callers"), plan.callers());
        return json;
    }

    private static <T> void each(ObjectNode json, Map<String, T> all, BiConsumer<ObjectNode, T> writing) {
        all.forEach((key, value) -> writing.accept(json.putObject(key), value));
    }

    private static void optional(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static void seconds(ObjectNode json, Duration seconds) {
        json.put("seconds", (int) seconds.toSeconds());
    }

    private static void texts(ArrayNode json, Collection<String> texts) {
        texts.forEach(json::add);
    }

    private static void node(ObjectNode json, Node node) {
        switch (node) {
            case Node.Menu menu -> menu(json.put("type", "menu"), menu);
            case Node.Hours(var hours, var open, var closed) ->
                json.put("type", "hours").put("hours", hours).put("open", open).put("closed", closed);
            case Node.RingGroup group -> group(json.put("type", "ring"), group);
            case Node.Queue queue -> queue(json.put("type", "queue"), queue);
            case Node.Extension(var ext, var otherwise) ->
                optional(json.put("type", "extension").put("ext", ext), "otherwise", otherwise);
            case Node.Mailbox(var ext) -> optional(json.put("type", "mailbox"), "ext", ext);
            case Node.Announcement(var text, var then) ->
                json.put("type", "announcement").put("text", text).put("then", then);
            case Node.Receptionist receptionist -> json.put("type", "receptionist");
            case Node.DialByName(var tries, var otherwise) ->
                json.put("type", "names").put("tries", tries).put("otherwise", otherwise);
            case Node.Outside(var number, var ringFor, var otherwise) -> {
                seconds(json.put("type", "outside").put("number", number.e164()), ringFor);
                json.put("otherwise", otherwise);
            }
            case Node.Goodbye(var text) -> json.put("type", "goodbye").put("text", text);
        }
    }

    private static void menu(ObjectNode json, Node.Menu menu) {
        json.put("greeting", menu.greeting());
        optional(json, "greetingSound", menu.greetingSound());
        json.put("choices", menu.choices());
        optional(json, "choicesSound", menu.choicesSound());
        ObjectNode keys = json.putObject("keys");
        menu.keys().forEach(keys::put);
        seconds(json.put("extensions", menu.extensions()), menu.keyWait());
        json.put("tries", menu.tries()).put("otherwise", menu.otherwise());
    }

    private static void group(ObjectNode json, Node.RingGroup group) {
        json.put("name", group.name());
        texts(json.putArray("members"), group.members());
        seconds(json.put("strategy", Fields.word(group.strategy())), group.ringFor());
        json.put("otherwise", group.otherwise());
    }

    private static void queue(ObjectNode json, Node.Queue queue) {
        json.put("name", queue.name());
        texts(json.putArray("members"), queue.members());
        seconds(json.put("strategy", Fields.word(queue.strategy())), queue.ringFor());
        json.put("hold", queue.hold())
                .put("longest", (int) queue.longest().toSeconds())
                .put("callback", queue.callback())
                .put("otherwise", queue.otherwise());
    }

    private static void schedule(ObjectNode json, Schedule schedule) {
        json.put("zone", schedule.zone().getId());
        ObjectNode week = json.putObject("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!schedule.week().on(day).isEmpty()) {
                spans(week.putArray(Fields.word(day)), schedule.week().on(day));
            }
        }
        ArrayNode dates = json.putArray("dates");
        schedule.dates()
                .forEach(date -> spans(
                        dates.addObject()
                                .put("date", date.date().toString())
                                .put("label", date.label())
                                .putArray("hours"),
                        date.hours()));
    }

    private static void spans(ArrayNode json, List<Hours> spans) {
        spans.forEach(span -> json.addObject()
                .put("opens", span.opens().toString())
                .put("closes", span.closes().toString()));
    }

    private static void personal(ObjectNode json, Personal rules) {
        optional(json, "hours", rules.hours());
        optional(json, "closed", rules.closed());
        seconds(json.put("doNotDisturb", rules.doNotDisturb()), rules.ringFor());
        ArrayNode phones = json.putArray("findMe");
        rules.findMe()
                .forEach(phone ->
                        seconds(phones.addObject().put("number", phone.number().e164()), phone.ringFor()));
        optional(json, "otherwise", rules.otherwise());
    }

    private static void callers(ObjectNode json, Callers callers) {
        texts(
                json.putArray("blocked"),
                callers.blocked().stream().sorted().map(PhoneNumber::e164).toList());
        optional(json, "anonymous", callers.anonymous());
        ObjectNode vips = json.putObject("vips");
        callers.vips().forEach((number, start) -> vips.put(number.e164(), start));
    }
}
