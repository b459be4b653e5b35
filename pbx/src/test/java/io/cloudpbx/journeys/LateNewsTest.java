package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the carrier tells twice, late or for nobody while something is done with a call. */
class LateNewsTest {
    private static final String DANA = "101";
    private static final String LUIS = "104";

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;
    private CarrierByHand carrier;
    private JdbcClient database;
    private OnTheLine call;
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();
    private final Person luis = HARBOR.luis();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @BeforeEach
    void aCaller() {
        carrier = new CarrierByHand(programs.company().base());
        database = programs.bean(JdbcClient.class);
        call = new OnTheLine(programs, caller);
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    @Test
    void a_request_for_the_caller_that_comes_again_later_is_answered_as_before_and_moves_nobody() throws Exception {
        call.talksWith(DANA, dana);
        call.isHeld();
        var form = form(carrierId());
        String first = carrier.signed("/ivr/hands/ENTERED/900", form).body();
        assertThat(first).contains("hold-" + id());
        call.isResumed();

        assertThat(carrier.signed("/ivr/hands/ENTERED/900", form).body()).isEqualTo(first);

        assertThat(call.live().get("where").asString()).isEqualTo("talking");
        caller.says("Still here.");
        dana.hears("Still here.");
        caller.hangsUp();
    }

    @Test
    void a_phone_hears_what_is_so_at_that_moment_and_one_that_has_no_caller_is_let_go() throws Exception {
        call.talksWith(DANA, dana);
        call.isHeld();
        String desk = "/ivr/desk/" + id();
        var phone = form(leg());

        assertThat(carrier.signed(desk, phone).body()).contains("The caller is on hold", "call-" + id());
        call.isResumed();
        assertThat(carrier.signed(desk, phone).body()).contains("call-" + id()).doesNotContain("<Say");
        assertThat(carrier.signed(desk + "/asked", phone).body()).contains("call-" + id());
        assertThat(carrier.signed(desk, form("CA" + "7".repeat(32))).body())
                .contains("The caller is not with you any more", "<Hangup");
        assertThat(carrier.signed("/ivr/desk/" + UUID.randomUUID(), phone).body())
                .contains("The caller hung up", "<Hangup");
        var pressed = new HashMap<>(form("CA" + "8".repeat(32)));
        pressed.put("Digits", "1");
        assertThat(carrier.signed(desk + "/colleague/104/pressed", pressed).body())
                .as("nobody was asked")
                .contains("<Hangup");
        caller.hangsUp();
    }

    @Test
    void the_end_of_a_phone_that_is_told_again_brings_nobody_back_who_was_taken_since() throws Exception {
        call.talksWith(DANA, dana);
        call.isHeld();
        var ended = new HashMap<>(form(leg()));
        ended.put("ParentCallSid", carrierId());
        ended.put("CallStatus", "completed");
        dana.hangsUp();
        dana.answers().hears("The caller was on hold with you").presses("1");
        call.isAt("talking");

        assertThat(carrier.signed("/ivr/leg/" + DANA, ended).statusCode()).isEqualTo(204);

        call.isHeld();
        assertThat(carrier.signed("/ivr/leg/" + DANA, ended).statusCode()).isEqualTo(204);
        call.isResumed();
        caller.says("Nothing happened.");
        dana.hears("Nothing happened.");
        caller.hangsUp();
    }

    @Test
    void a_phone_that_hangs_up_while_it_asks_a_colleague_has_not_come_back_to_its_caller() throws Exception {
        call.talksWith(DANA, dana);
        call.isHeld();
        assertThat(call.act("ask", Map.of("to", LUIS)).status()).isEqualTo(200);
        luis.rings();
        var gone = new HashMap<>(form(leg()));
        gone.put("CallStatus", "completed");

        carrier.signed("/ivr/desk/" + id() + "/asked", gone);

        assertThat(call.live().at("/inHands/stage").asString()).isEqualTo("aside");
        dana.hangsUp();
        dana.answers().hears("The caller was on hold with you").presses("1");
        call.isAt("talking");
        caller.hangsUp();
    }

    private String id() {
        return call.live().get("id").asString();
    }

    private String carrierId() {
        return database.sql("select carrier_id from call where id = :id")
                .param("id", UUID.fromString(id()))
                .query(String.class)
                .single();
    }

    /** Of whoever has the caller. */
    private String leg() {
        return database.sql("select leg from call_handling where call_id = :id")
                .param("id", UUID.fromString(id()))
                .query(String.class)
                .single();
    }

    private Map<String, String> form(String sid) {
        return Map.of(
                "AccountSid",
                "AC" + "0".repeat(31) + "1",
                "CallSid",
                sid,
                "From",
                caller.number(),
                "To",
                Outside.MAIN_NUMBER,
                "CallStatus",
                "in-progress",
                "Direction",
                "inbound");
    }
}
