package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.CALLER;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.EmergencyRegistration;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How calls arrive, start and are watched ({@code twilio.md} sections 2.1, 15 and 19). */
class CarrierRulesTest extends CallTest {
    private static CallerTraits withheld() {
        return new CallerTraits("anonymous", null, null, null, null);
    }

    @Test
    void a_withheld_caller_is_anonymous_and_from_nowhere() {
        business("<Hangup/>");
        carrier.switchBoard.handsets().describe(CALLER, withheld());

        caller("<Pause length=\"5\"/>");

        assertThat(asked("/in").parameters())
                .containsEntry("From", "anonymous")
                .containsEntry("Caller", "anonymous")
                .containsEntry("FromCity", "")
                .containsEntry("FromCountry", "");
    }

    @Test
    void attestation_forwarding_and_the_call_token_are_form_parameters_19_2() {
        business("<Hangup/>");
        carrier.switchBoard
                .handsets()
                .describe(
                        CALLER,
                        new CallerTraits(
                                null, "+14155550155", "TN-Validation-Passed-A", "eyJ.x.y", "%7B%22a%22%3A1%7D"));

        caller("<Pause length=\"5\"/>");

        assertThat(asked("/in").parameters())
                .containsEntry("From", CALLER)
                .containsEntry("ForwardedFrom", "+14155550155")
                .containsEntry("StirVerstat", "TN-Validation-Passed-A")
                .containsEntry("StirPassportToken", "eyJ.x.y")
                .containsEntry("CallToken", "%7B%22a%22%3A1%7D");
        assertThat(asked("/status").parameters()).containsEntry("StirVerstat", "TN-Validation-Passed-A");
    }

    @Test
    void what_no_carrier_would_send_is_refused() {
        assertThat(new CallerTraits("secret", null, null, null, null).fault()).contains("shownAs");
        assertThat(new CallerTraits(null, null, "Verified", null, null).fault()).contains("stirVerstat");
        assertThat(new CallerTraits(null, "home", null, null, null).fault()).contains("forwardedFrom");
        assertThat(new CallerTraits("+266696687", null, "No-TN-Validation-Diverted", null, null).fault())
                .isEmpty();
    }

    @Test
    void each_second_of_silence_that_a_caller_heard_is_noted() {
        business("<Say>Hello.</Say><Pause length=\"7\"/><Say>Still there?</Say><Pause length=\"4\"/>");

        caller("<Pause length=\"60\"/>");

        List<Fact.CallSilence> silences = carrier.facts.stream()
                .filter(Fact.CallSilence.class::isInstance)
                .map(Fact.CallSilence.class::cast)
                .toList();
        assertThat(silences).extracting(Fact.CallSilence::seconds).containsExactly(7, 4);
        assertThat(silences)
                .allSatisfy(silence -> assertThat(silence.callSid())
                        .isEqualTo(carrier.businessLeg().sid()));
        assertThat(silences.getFirst().fromSecond()).isBetween(0, 2);
    }

    @Test
    void ordered_calls_leave_the_queue_one_a_second_section_15() {
        handset(MOBILE, new Behaviour.Busy());

        List<String> placed = IntStream.range(0, 4)
                .mapToObj(i -> carrier.place(Account.BUSINESS_SID, BUSINESS, MOBILE, "<Hangup/>", null))
                .map(Call::sid)
                .toList();
        carrier.settle();

        List<Instant> ends = placed.stream()
                .map(sid -> Objects.requireNonNull(carrier.call(sid).endTime()))
                .sorted()
                .toList();
        assertThat(Duration.between(ends.getFirst(), ends.getLast())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void the_outside_world_calls_as_fast_as_it_likes() {
        business("<Hangup/>");

        IntStream.range(0, 20).forEach(i -> carrier.callIn("<Pause length=\"1\"/>"));
        carrier.settle();

        assertThat(customer.requests("/in")).hasSize(20);
    }

    @Test
    void an_emergency_call_never_leaves_the_sandbox_A26() {
        business("<Dial>911</Dial>");

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard")).singleElement().asString().contains("This is a sandbox", "9 1 1");
    }

    @Test
    void nine_three_three_reads_back_that_no_address_is_registered_19_4() {
        business("<Dial callerId=\"" + BUSINESS + "\"><Number>933</Number></Dial>");

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard"))
                .singleElement()
                .asString()
                .contains("No emergency address is registered for 1 8 0 0");
    }

    @Test
    void nine_three_three_reads_the_registered_address_back_A26() {
        Instant now = carrier.clock.instant();
        carrier.state
                .addresses()
                .save(new PostalAddress(
                        "AD1",
                        Account.BUSINESS_SID,
                        null,
                        "Harbor Dental",
                        new PostalAddress.Place("12 Wharf Street", null, "San Francisco", "CA", "94105", "US"),
                        true,
                        false,
                        now,
                        now));
        var registered = new EmergencyRegistration("AD1", now.minus(EmergencyRegistration.PENDING));
        carrier.state.save(carrier.state
                .number(BUSINESS)
                .orElseThrow()
                .with(new IncomingNumber.Links(null, null, null, registered)));
        business("<Dial callerId=\"" + BUSINESS + "\"><Number>933</Number></Dial>");

        caller("<Pause length=\"60\"/>");

        assertThat(carrier.story("heard"))
                .singleElement()
                .asString()
                .contains("1 8 0 0", "Harbor Dental, 12 Wharf Street, San Francisco, CA 94105, US");
    }

    @Test
    void echo_says_back_what_the_caller_says() {
        business("<Echo/>");

        caller("<Pause length=\"1\"/><Say>Is anybody there?</Say><Pause length=\"6\"/>");

        assertThat(carrier.story("heard"))
                .containsExactly("business heard Is anybody there?", "caller heard Is anybody there?");
    }
}
