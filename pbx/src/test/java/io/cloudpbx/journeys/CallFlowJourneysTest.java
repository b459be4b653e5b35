package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A call flow from the draft to a caller, at Harbor Dental. Other callers are led as ever: all this is for one of them. */
class CallFlowJourneysTest {
    private static final String CALLER = "+19165550390";

    private final Company company = TwoPrograms.shared().company();
    private final Outside outside = TwoPrograms.shared().outside();

    @AfterEach
    void callers_are_led_as_ever() {
        company.get("/api/routing/scenarios")
                .body()
                .get("items")
                .forEach(item -> company.delete(
                        "/api/routing/scenarios/" + item.get("id").asString()));
        assertThat(company.post("/api/callflow/versions/0/restore", Map.of()).status())
                .isEqualTo(200);
    }

    private ObjectNode plan() {
        var plan = (ObjectNode) company.get("/api/callflow/versions/0").body();
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("private")
                .put("type", "menu")
                .put("greeting", "Welcome to the private line.")
                .put("choices", "For a goodbye, press 5.")
                .put("otherwise", "mailbox-101")
                .putObject("keys")
                .put("5", "bye");
        nodes.putObject("bye").put("type", "goodbye").put("text", "That was it, dear friend.");
        ((ObjectNode) plan.get("callers").get("vips")).put(CALLER, "private");
        return plan;
    }

    private Company.Reply draft(JsonNode plan) {
        long version = company.get("/api/callflow/draft").body().get("version").asLong();
        return company.put("/api/callflow/draft", Map.of("plan", plan, "version", version));
    }

    private Company.Reply publish() {
        var draft = company.get("/api/callflow/draft").body();
        return company.post(
                "/api/callflow/publish",
                Map.of("version", draft.get("version"), "published", draft.get("published"), "note", "For a friend"));
    }

    private JsonNode explained(String more) {
        return company.get("/api/routing/explain?to=%2B18335550100&from=%2B19165550390" + more)
                .body();
    }

    @Test
    void what_was_drafted_checked_explained_and_published_is_what_the_caller_hears() {
        assertThat(draft(plan()).status()).isEqualTo(200);
        assertThat(explained("&draft=true&keys=5").at("/ends/place").asString()).isEqualTo("goodbye");
        assertThat(explained("").at("/steps/0/rules").isEmpty())
                .as("a draft leads no calls")
                .isTrue();
        assertThat(publish().status()).isEqualTo(200);

        var explained = explained("&keys=5")
                .get("steps")
                .valueStream()
                .map(step -> step.get("why").asString())
                .toList();

        String sid =
                outside.call(CALLER, Outside.MAIN_NUMBER, "<Pause length='3'/><Play digits='5'/><Pause length='20'/>");
        var call = await().until(
                        this::calls,
                        calls -> calls.stream()
                                .anyMatch(item -> !item.get("live").asBoolean()));

        assertThat(outside.story(sid)).anyMatch(line -> line.contains("That was it, dear friend"));
        var told = company.get("/api/calls/" + call.getFirst().get("id").asString())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get("reason").asString())
                .toList();
        assertThat(told).startsWith(explained.toArray(String[]::new));
        assertThat(company.get("/api/callflow/difference?from=0&to=" + published())
                        .body()
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("says").asString()))
                .contains("nodes › bye is new: goodbye.");
    }

    private int published() {
        return company.get("/api/callflow/versions")
                .body()
                .at("/items/0/number")
                .asInt();
    }

    private List<JsonNode> calls() {
        return company.get("/api/calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(CALLER))
                .toList();
    }

    @Test
    void a_plan_that_loses_callers_is_refused_with_the_place_and_one_that_is_no_plan_with_the_field() {
        var looping = plan();
        ((ObjectNode) looping.get("nodes").get("private")).put("otherwise", "private");
        var drafted = draft(looping);
        assertThat(drafted.status()).isEqualTo(200);
        assertThat(drafted.body().at("/problems/0/code").asString()).isEqualTo("loop");
        var refused = publish();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("/nodes/private");

        var unknown = plan().put("colour", "blue");
        assertThat(draft(unknown).field()).isEqualTo("/colour");
        assertThat(company.put("/api/callflow/draft", Map.of("plan", plan(), "version", 999))
                        .code())
                .isEqualTo("draft_changed");
    }

    @Test
    void no_plan_is_published_by_which_a_saved_call_would_end_elsewhere() {
        var scenario = Map.of(
                "name", "Our friend is silent",
                "from", CALLER,
                "to", Outside.MAIN_NUMBER,
                "at", "2026-12-24T22:05:00Z",
                "ends", "mailbox-101");
        assertThat(company.post("/api/routing/scenarios", scenario).status()).isEqualTo(201);
        assertThat(draft(plan()).body().get("problems").isEmpty()).isTrue();

        var other = plan();
        ((ObjectNode) other.get("nodes").get("private")).put("otherwise", "bye");
        assertThat(draft(other).body().at("/problems/0/code").asString()).isEqualTo("scenario_failed");
        assertThat(publish().status()).isEqualTo(422);
    }

    @Test
    void a_rehearsal_lists_the_calls_that_would_end_elsewhere() {
        assertThat(draft(plan()).status()).isEqualTo(200);
        outside.call(CALLER, Outside.MAIN_NUMBER, "<Pause length='2'/>");
        await().until(() -> !calls().isEmpty());

        var rehearsal = company.get("/api/routing/rehearsal?days=1").body();

        assertThat(rehearsal.get("all").asBoolean()).isTrue();
        assertThat(rehearsal.get("items").valueStream())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("from").asString()).isEqualTo(CALLER));
    }
}
