package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierRecording;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.telephony.CarrierId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Dana speaks a greeting into her phone. */
class SpokenGreetingTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(4);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static final String WORDS = "Hello, this is Harbor Dental, how nice of you to call us today.";
    private static TwoPrograms programs;
    private static Company company;

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
        company = programs.company();
    }

    @AfterEach
    void the_carrier_works() {
        programs.outside().works();
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    private static String begun() {
        var reply = company.post("/api/greetings/by-phone", Map.of());
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().get("id").asString();
    }

    private static JsonNode spoken(String id) {
        return company.get("/api/greetings/by-phone/" + id).body();
    }

    private static JsonNode over(String id) {
        return await().until(
                        () -> spoken(id),
                        spoken -> spoken.get("state").asString().matches("kept|failed"));
    }

    @Test
    void what_she_says_after_the_tone_is_a_greeting_of_which_the_carrier_keeps_no_copy() {
        Person dana = HARBOR.dana();
        String id = begun();
        assertThat(company.post("/api/greetings/by-phone", Map.of()).code())
                .as("one at a time")
                .isEqualTo("call_live");
        dana.answers()
                .hears("press 1")
                .presses("1")
                .hears("after the tone")
                .says(WORDS)
                .presses("#");
        dana.hears("Thank you").isHungUpOn();

        JsonNode kept = over(id);
        assertThat(kept.get("state").asString()).as(kept.toString()).isEqualTo("kept");
        JsonNode greeting = kept.get("greeting");
        assertThat(greeting.get("type").asString()).isEqualTo("audio/wav");
        assertThat(greeting.get("durationSeconds").asDouble()).isGreaterThan(1);
        var sound = company.bytes(greeting.get("audioUrl").asString());
        assertThat(sound.statusCode()).isEqualTo(200);
        assertThat(sound.body()).hasSize(greeting.get("size").asInt());

        assertThat(ofCarrier(dana)).hasSize(1);
        letGo(id);
        assertThat(ofCarrier(dana)).isEmpty();
        letGo(id);
    }

    /** Which is done a day later. */
    private static void letGo(String id) {
        var job = programs.beans(Job.class).stream()
                .filter(each -> each.kind().equals("greetings.let-go"))
                .findFirst()
                .orElseThrow();
        assertThat(job.run(id, 1)).isInstanceOf(Outcome.Done.class);
    }

    private static List<CarrierId> ofCarrier(Person speaker) {
        return programs.bean(Carrier.class).messagesSince(Instant.EPOCH).stream()
                .filter(recording -> recording.call().value().equals(speaker.callSid()))
                .map(CarrierRecording::id)
                .toList();
    }

    @Test
    void a_phone_that_presses_nothing_and_one_that_is_not_answered_record_nothing() {
        Person dana = HARBOR.dana();
        String unpressed = begun();
        dana.answers().hears("press 1").isHungUpOn();
        assertThat(over(unpressed).get("why").asString()).contains("nobody pressed 1");

        String declined = begun();
        dana.declines();
        assertThat(over(declined).get("why").asString()).contains("not answered");
        assertThat(over(declined).get("greeting").isNull()).isTrue();
    }
}
