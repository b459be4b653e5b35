package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The call flow of a company, as a developer drafts and publishes it. */
final class DraftedFlow {
    private final Company company;

    DraftedFlow(Company company) {
        this.company = company;
    }

    /** Nothing is drafted, saved or closed, and callers are led as where nobody has set anything. */
    void isAsItCame() {
        company.get("/api/routing/scenarios")
                .body()
                .get("items")
                .forEach(item -> company.delete(
                        "/api/routing/scenarios/" + item.get("id").asString()));
        company.delete("/api/callflow/closures/office");
        restore(0);
        draft(version(0));
    }

    void restore(int number) {
        assertThat(company.post("/api/callflow/versions/" + number + "/restore", Map.of())
                        .status())
                .isEqualTo(200);
    }

    void close(String hours) {
        assertThat(company.put("/api/callflow/closures/" + hours, Map.of()).status())
                .isEqualTo(204);
    }

    ObjectNode version(int number) {
        return (ObjectNode) company.get("/api/callflow/versions/" + number).body();
    }

    JsonNode drafted() {
        return company.get("/api/callflow/draft").body();
    }

    /** A page that was closed may still have been saving. */
    void draft(JsonNode plan) {
        await().untilAsserted(() -> {
            long version = drafted().get("version").asLong();
            var saved = company.put("/api/callflow/draft", Map.of("plan", plan, "version", version));
            assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        });
    }

    void publish(JsonNode plan) {
        draft(plan);
        var draft = drafted();
        assertThat(company.post(
                                "/api/callflow/publish",
                                Map.of("version", draft.get("version"), "published", draft.get("published")))
                        .status())
                .isEqualTo(200);
    }

    /** Open on weekdays until five; then the mailbox of the business. */
    ObjectNode withHours() {
        var plan = version(0);
        plan.put("main", "doors");
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("doors")
                .put("type", "hours")
                .put("hours", "office")
                .put("open", "front-desk")
                .put("closed", "mailbox-general");
        nodes.putObject("front-desk")
                .put("type", "ring")
                .put("name", "Front desk team")
                .put("otherwise", "mailbox-101")
                .putArray("members")
                .add("101")
                .add("102");
        var office = ((ObjectNode) plan.get("hours")).putObject("office");
        office.put("zone", company.get("/api/settings").body().get("timeZone").asString());
        var week = office.putObject("week");
        List.of("monday", "tuesday", "wednesday", "thursday", "friday")
                .forEach(day ->
                        week.putArray(day).addObject().put("opens", "09:00").put("closes", "17:00"));
        return plan;
    }

    /** The number of the version that leads calls. */
    int published() {
        return drafted().get("published").asInt();
    }

    List<JsonNode> closures() {
        return company.get("/api/callflow/closures")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }
}
