package io.cloudpbx.sandbox.fault;

import io.cloudpbx.sandbox.time.SandboxClock;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists that do not show everything. */
final class ListFaults {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REMEMBERED = 100_000;

    private final Faults faults;
    private final SandboxClock clock;
    /** By rule and identifier, whether it is left out: a thing that is missing once is missing always. */
    private final Map<String, Map<String, Boolean>> leftOut = new ConcurrentHashMap<>();

    ListFaults(Faults faults, SandboxClock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    void leaveOut(Context ctx, Site site) {
        if (ctx.statusCode() != 200) {
            return;
        }
        leftOut.keySet().removeIf(id -> !faults.isThere(id));
        for (FaultRule rule : faults.omissions(site)) {
            Map<String, Boolean> decided =
                    leftOut.computeIfAbsent(String.valueOf(rule.id()), id -> new Recent<>(REMEMBERED));
            filter(ctx, item -> {
                synchronized (decided) {
                    return decided.computeIfAbsent(item.path("sid").asString(""), sid -> faults.strikes(rule));
                }
            });
        }
    }

    void leaveOutYoungerThan(Context ctx, Duration age) {
        Instant youngest = clock.instant().minus(age);
        filter(
                ctx,
                item -> created(item.path("date_created").asString(""))
                        .map(created -> created.isAfter(youngest))
                        .orElse(false));
    }

    private static Optional<Instant> created(String date) {
        try {
            return Optional.of(
                    date.endsWith("Z")
                            ? Instant.parse(date)
                            : DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Lists are newest first, things are looked at oldest first. */
    private static void filter(Context ctx, Predicate<JsonNode> unwanted) {
        if (ctx.method() != HandlerType.GET) {
            return;
        }
        try {
            if (!(JSON.readTree(BrokenReply.body(ctx)) instanceof ObjectNode page)
                    || !(page.has("page_size") || page.has("meta"))) {
                return;
            }
            for (JsonNode value : page) {
                if (value instanceof ArrayNode items) {
                    for (int i = items.size() - 1; i >= 0; i--) {
                        if (unwanted.test(items.get(i))) {
                            items.remove(i);
                        }
                    }
                }
            }
            ctx.result(JSON.writeValueAsBytes(page));
        } catch (JacksonException noJson) {
            // Not a list.
            return;
        }
    }
}
