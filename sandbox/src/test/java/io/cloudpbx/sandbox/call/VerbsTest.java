package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other verbs and what holds for every document ({@code twilio.md} sections 2.1, 6 and 7). */
class VerbsTest extends CallTest {
    private static final List<String> STANDARD_SET =
            List.of(("AccountSid ApiVersion CallSid CallStatus CallToken Direction From To Caller Called "
                            + "FromCity FromState FromZip FromCountry ToCity ToState ToZip ToCountry "
                            + "CallerCity CallerState CallerZip CallerCountry CalledCity CalledState CalledZip CalledCountry")
                    .split(" "));

    private Call callerLeg() {
        return carrier.state.calls().getFirst();
    }

    @Test
    void the_first_request_has_the_standard_set_and_nothing_more() {
        business("<Hangup/>");

        caller("<Pause length=\"9\"/>");

        CustomerServer.Request first = asked("/in");
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.parameters().keySet()).containsExactlyInAnyOrderElementsOf(STANDARD_SET);
        assertThat(first.parameters())
                .containsEntry("CallStatus", "ringing")
                .containsEntry("Direction", "inbound")
                .containsEntry("From", Carrier.CALLER)
                .containsEntry("FromCity", "SAN FRANCISCO")
                .containsEntry("FromState", "CA")
                .containsEntry("To", Carrier.BUSINESS)
                .containsEntry("ToCity", "")
                .containsEntry("ToCountry", "US")
                .containsEntry("ApiVersion", "2010-04-01");
    }

    @Test
    void later_requests_are_in_progress() {
        business("<Say>Hi</Say><Redirect>/next</Redirect>");
        customer.answer("/next", "<Hangup/>");

        caller("<Pause length=\"9\"/>");

        assertThat(asked("/next").get("CallStatus")).isEqualTo("in-progress");
    }

    @Test
    void a_redirect_does_not_answer_and_what_follows_it_is_unreachable() {
        business("<Redirect method=\"GET\">/next?a=1&amp;b=2</Redirect><Say>Never heard</Say>");
        customer.answer("/next", "<Say>Hi</Say>");

        caller("<Pause length=\"9\"/>");

        assertThat(only(asked("/next"), "a", "b", "CallStatus"))
                .containsEntry("a", "1")
                .containsEntry("b", "2")
                .containsEntry("CallStatus", "ringing");
        assertThat(asked("/next").method()).isEqualTo("GET");
        assertThat(carrier.story("heard")).containsExactly("caller heard Hi");
    }

    @Test
    void reject_never_answers_and_says_that_the_number_is_not_in_service() {
        business("<Reject/>");

        caller("<Say>Hello?</Say>");

        assertThat(carrier.businessLeg().status()).isEqualTo(Status.NO_ANSWER);
        assertThat(callerLeg().status()).isEqualTo(Status.FAILED);
        assertThat(asked("/status").get("CallStatus")).isEqualTo("no-answer");
        assertThat(carrier.story("said")).isEmpty();
    }

    @Test
    void reject_as_busy_is_busy() {
        business("<Reject reason=\"busy\"/>");

        caller("<Say>Hello?</Say>");

        assertThat(carrier.businessLeg().status()).isEqualTo(Status.BUSY);
        assertThat(callerLeg().status()).isEqualTo(Status.BUSY);
    }

    @Test
    void hangup_answers_first_and_ends_the_call() {
        business("<Hangup/><Say>Never heard</Say>");

        caller("<Pause length=\"9\"/>");

        assertThat(carrier.businessLeg().status()).isEqualTo(Status.COMPLETED);
        assertThat(carrier.story("heard")).isEmpty();
    }

    @Test
    void an_empty_document_and_the_end_of_one_hang_up() {
        business("");

        caller("<Pause length=\"9\"/>");

        assertThat(callerLeg().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_pause_first_delays_the_answer() {
        business("<Pause length=\"5\"/><Say>Hi</Say>");

        caller("<Pause length=\"9\"/>");

        Call leg = carrier.businessLeg();
        assertThat(leg.startTime()).isAfterOrEqualTo(leg.dateCreated().plusSeconds(5));
    }

    @Test
    void a_pause_is_one_second_long_by_default() {
        business("<Say>Hi</Say><Pause/><Say>There</Say>");

        caller("<Pause length=\"9\"/>");

        long heard = offset("caller heard Hi");
        assertThat(offset("business said There") - heard).isEqualTo(1000);
    }

    private long offset(String entry) {
        return carrier.story().stream()
                .filter(told -> (told.party() + " " + told.event() + " " + told.text()).equals(entry))
                .findFirst()
                .orElseThrow()
                .offsetMs();
    }

    @Test
    void a_loop_says_it_again() {
        business("<Say loop=\"3\">Hi</Say>");

        caller("<Pause length=\"9\"/>");

        assertThat(carrier.story("heard")).hasSize(3);
    }

    @Test
    void played_keys_wait_half_a_second_for_w_and_a_second_for_capital_w() {
        business("<Gather numDigits=\"3\" action=\"/got\"/>");
        customer.answer("/got", "<Hangup/>");

        caller("<Play digits=\"1w2W3\"/><Pause length=\"9\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("123");
        assertThat(offset("caller pressed 2") - offset("caller pressed 1")).isEqualTo(700);
        assertThat(offset("caller pressed 3") - offset("caller pressed 2")).isEqualTo(1200);
    }

    @Test
    void a_sound_file_is_fetched_by_get_without_parameters_and_played() {
        short[] sound = Speech.builtIn().say("A sound file.", "en-US");
        customer.answer("/welcome.wav", request -> new CustomerServer.Answer(200, "audio/wav", Wav.write(sound)));
        business("<Play>/welcome.wav</Play>");

        caller("<Pause length=\"30\"/>");

        assertThat(asked("/welcome.wav").method()).isEqualTo("GET");
        assertThat(asked("/welcome.wav").parameters()).isEmpty();
        Call leg = carrier.businessLeg();
        assertThat(Duration.between(leg.startTime(), leg.endTime()))
                .isCloseTo(Duration.ofMillis(sound.length / 8), Duration.ofMillis(500));
    }

    @Test
    void a_sound_file_that_cannot_be_had_is_passed_over_and_reported() {
        business("<Play>/missing.wav</Play><Say>Still here.</Say>");

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard")).containsExactly("caller heard Still here.");
        assertThat(carrier.errorCodes()).containsExactly(11200);
    }

    @Test
    void what_is_no_sound_is_reported_as_such() {
        customer.answer("/page", request -> new CustomerServer.Answer(200, "text/html", "<p>".getBytes()));
        business("<Play>/page</Play>");

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.errorCodes()).containsExactly(13420);
    }

    @Test
    void plain_text_is_spoken() {
        customer.answer("/in", request -> new CustomerServer.Answer(200, "text/plain", "Good morning".getBytes()));

        caller("<Pause length=\"9\"/>");

        assertThat(carrier.story("heard")).containsExactly("caller heard Good morning");
    }

    @Test
    void a_server_that_fails_is_an_application_error_that_the_caller_hears() {
        customer.answer("/in", request -> new CustomerServer.Answer(500, "text/plain", new byte[0]));

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard")).singleElement().asString().contains("application error");
        assertThat(carrier.errorCodes()).contains(11200);
        assertThat(carrier.businessLeg().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_document_that_cannot_be_read_is_an_application_error_too() {
        customer.answer("/in", request -> CustomerServer.Answer.xml("<Response><Say>"));

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard")).singleElement().asString().contains("application error");
        assertThat(carrier.errorCodes()).containsExactly(12100);
    }

    @Test
    void section_14_a_document_in_an_encoding_that_nobody_knows_is_one_that_cannot_be_read() {
        customer.answer(
                "/in", request -> CustomerServer.Answer.xml("<?xml version=\"1.0\" encoding=\"foo\"?><Response/>"));

        caller("<Pause length=\"30\"/>");

        assertThat(carrier.story("heard")).singleElement().asString().contains("application error");
        assertThat(carrier.errorCodes()).containsExactly(12100);
    }

    @Test
    void a_number_without_a_voice_url_fails_at_once() {
        carrier.sells("+14155550122", null, null);

        Call placed = carrier.place(Account.OUTSIDE_SID, Carrier.CALLER, "+14155550122", "<Say>Hello</Say>", null);
        carrier.settle();

        assertThat(carrier.call(placed.sid()).status()).isEqualTo(Status.FAILED);
        assertThat(carrier.businessLeg().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void what_is_unknown_is_ignored_and_reported_as_a_warning() {
        business("<Sing>la</Sing><Say volume=\"loud\">Hi</Say>");

        caller("<Pause length=\"9\"/>");

        assertThat(carrier.story("heard")).containsExactly("caller heard Hi");
        assertThat(carrier.errorCodes()).containsExactly(12200, 12200);
    }

    @Test
    void a_loop_of_documents_ends_after_a_thousand() {
        business("<Redirect>/in</Redirect>");

        caller("<Pause length=\"3600\"/>");

        assertThat(customer.requests("/in")).hasSize(1000);
        assertThat(carrier.story("heard")).singleElement().asString().contains("application error");
    }

    @Test
    void a_caller_who_hangs_up_ends_the_business_leg_and_the_number_is_told() {
        business("<Say>One two three four five six seven eight nine ten eleven twelve</Say>");

        caller("<Pause length=\"1\"/>");

        CustomerServer.Request told = asked("/status");
        assertThat(told.parameters())
                .containsEntry("CallStatus", "completed")
                .containsEntry("CallSid", carrier.businessLeg().sid())
                .containsEntry("SequenceNumber", "0")
                .containsEntry("CallDuration", "1")
                .containsEntry("Duration", "1");
        assertThat(carrier.story("hangup").getFirst()).isEqualTo("caller hangup completed");
    }
}
