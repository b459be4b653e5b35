package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.junit.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A call from the dashboard, as the company sees it, and what is done with it. @param called whoever is called by {@code own} phone */
record Dialed(TwoPrograms programs, Person own, Person called) {
    String dials() {
        return dials(Map.of());
    }

    String dials(Map<String, String> more) {
        var wish = new HashMap<>(more);
        wish.putIfAbsent("to", called.number());
        var made = programs.company().post("/api/calls", wish);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asString();
    }

    /** Both answer. */
    void isTaken(String id) {
        own.answers().hears("Press 1").presses("1");
        called.answers();
        own.isConnectedTo(called);
        isAt(id, "talking");
    }

    String talks() {
        String id = dials();
        isTaken(id);
        return id;
    }

    JsonNode now(String id) {
        return programs.company().get("/api/calls/" + id).body();
    }

    void isAt(String id, String where) {
        await().until(() -> now(id).get("where").asString().equals(where));
    }

    Company.Reply act(String id, String what) {
        return programs.company().post("/api/calls/" + id + "/" + what, Map.of());
    }

    void isHeld(String id) {
        does(id, "hold");
        called.hears("Please hold");
        isAt(id, "held");
    }

    void isResumed(String id) {
        does(id, "resume");
        called.hears("Thank you for holding");
        isAt(id, "talking");
    }

    /** It is done. */
    void does(String id, String what) {
        does(id, what, Map.of());
    }

    void does(String id, String what, Map<String, ?> body) {
        var reply = programs.company().post("/api/calls/" + id + "/" + what, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    JsonNode ended(String id) {
        return await().until(() -> now(id), call -> !call.get("live").asBoolean());
    }

    /** Of each step. */
    List<String> steps(String id, String field) {
        return now(id).get("steps")
                .valueStream()
                .map(step -> step.get(field).asString())
                .toList();
    }
}
