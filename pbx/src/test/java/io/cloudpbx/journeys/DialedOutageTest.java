package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People whom Dana calls from the dashboard while the database of Harbor Dental is killed, cut off or frozen. */
class DialedOutageTest {
    /** Slow enough to do something to the database while a sentence is heard. */
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(5);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);

    /** The database's files belong to another user when the tests run as root. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static HarborOnAWire harbor;
    private final Person dana = HARBOR.dana();
    private final Person maria = HARBOR.caller();

    @BeforeAll
    static void openHarborDental() throws Exception {
        harbor = new HarborOnAWire(folder, CARRIER.sandbox());
    }

    @AfterEach
    void the_database_is_there() {
        harbor.mend();
    }

    @AfterAll
    static void closeIt() throws Exception {
        harbor.close();
    }

    private String dials() {
        var made = harbor.company().post("/api/calls", Map.of("to", maria.number()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asString();
    }

    private String talks() {
        String id = dials();
        dana.answers().hears("Press 1").presses("1");
        maria.answers();
        dana.isConnectedTo(maria);
        await().until(() -> now(id).get("where").asString().equals("talking"));
        return id;
    }

    private JsonNode now(String id) {
        return harbor.company().get("/api/calls/" + id).body();
    }

    private JsonNode ended(String id) {
        return await().until(() -> now(id), call -> !call.get("live").asBoolean());
    }

    private void does(String id, String what) {
        var reply = harbor.company().post("/api/calls/" + id + "/" + what, Map.of());
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    @Test
    void two_who_talk_talk_on_when_the_database_is_killed_and_the_log_has_their_end_afterwards() throws Exception {
        String id = talks();
        harbor.killDatabase();

        dana.says("Are you still there?");
        maria.hears("Are you still there?").says("I am.");
        dana.hears("I am.");
        maria.hangsUp();
        dana.hears("Goodbye").isHungUpOn();
        harbor.mend();

        assertThat(ended(id).get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void who_picks_up_to_be_connected_hears_that_it_cannot_be_now_and_nobody_is_called() {
        String id = dials();
        dana.rings();
        harbor.wire().cut();

        dana.answers().hears("cannot be connected at the moment").isHungUpOn();
        harbor.mend();

        assertThat(ended(id).get("outcome").asString()).isEqualTo("not_taken");
    }

    @Test
    void who_presses_1_hears_it_as_well_also_when_the_database_only_keeps_silent() {
        String id = dials();
        dana.answers().beginsToHear("Your call to");
        harbor.wire().stall();

        dana.presses("1").hears("cannot be connected at the moment").isHungUpOn();
        harbor.mend();

        ended(id);
    }

    @Test
    void who_is_rung_meanwhile_is_joined_and_talks() {
        String id = dials();
        dana.answers().hears("Press 1").presses("1");
        maria.rings();
        harbor.wire().cut();

        maria.answers();
        dana.isConnectedTo(maria).says("Hello?");
        maria.hears("Hello?");
        harbor.mend();

        await().until(() -> now(id).get("where").asString().equals("talking"));
        dana.hangsUp();
        maria.isHungUpOn();
        assertThat(ended(id).get("outcome").asString()).isEqualTo("answered");
    }

    @Test
    void who_does_not_answer_meanwhile_is_told_of_as_ever() {
        String id = dials();
        dana.answers().hears("Press 1").presses("1");
        maria.rings();
        harbor.wire().cut();

        maria.declines();

        dana.hears("They do not answer").isHungUpOn();
        harbor.mend();
        assertThat(ended(id).get("outcome").asString()).isEqualTo("unreached");
    }

    @Test
    void who_waits_on_hold_waits_on_and_comes_back_when_the_database_is_there() throws Exception {
        String id = talks();
        does(id, "hold");
        maria.hears("Please hold");
        dana.hears("They are on hold");
        await().until(() -> now(id).get("where").asString().equals("held"));
        var carrier = new CarrierByHand(harbor.company().base());
        harbor.wire().cut();

        var music = carrier.signed(
                "/ivr/dialed/" + id + "/called/waited",
                Map.of("CallSid", maria.callSid(), "AccountSid", "AC00000000000000000000000000000001"));
        assertThat(music.body()).contains("<Conference", "/called/waited").doesNotContain("<Hangup");
        harbor.mend();

        does(id, "resume");
        maria.hears("Thank you for holding").says("There you are.");
        dana.hears("There you are.").hangsUp();
        maria.hears("Goodbye").isHungUpOn();
        ended(id);
    }
}
