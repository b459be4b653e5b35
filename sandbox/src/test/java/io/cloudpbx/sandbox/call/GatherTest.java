package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code <Gather>}, rule by rule ({@code twilio.md} sections 2.2 and 7). */
class GatherTest extends CallTest {
    private static final String FALL_THROUGH = "<Redirect>/nothing</Redirect>";

    @Test
    void keys_are_gathered_until_the_finish_key_which_is_not_one_of_them() {
        business("<Gather action=\"/got\"/>" + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Play digits=\"4w2#\"/><Pause length=\"5\"/>");

        assertThat(only(asked("/got"), "Digits", "FinishedOnKey", "msg"))
                .containsEntry("Digits", "42")
                .containsEntry("FinishedOnKey", "#")
                .containsEntry("msg", "Gather End");
    }

    @Test
    void num_digits_ends_it_without_a_finish_key() {
        business("<Gather action=\"/got\" numDigits=\"3\"/>" + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Play digits=\"10155\"/><Pause length=\"5\"/>");

        assertThat(only(asked("/got"), "Digits", "FinishedOnKey"))
                .containsEntry("Digits", "101")
                .containsEntry("FinishedOnKey", "");
    }

    @Test
    void the_timeout_of_five_seconds_starts_again_with_every_key() {
        business("<Gather action=\"/got\"/>" + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller(
                "<Pause length=\"4\"/><Play digits=\"1\"/><Pause length=\"4\"/><Play digits=\"2\"/><Pause length=\"20\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("12");
    }

    @Test
    void without_input_the_next_verb_follows_and_nothing_is_requested() {
        business("<Gather action=\"/got\" timeout=\"3\"/>" + FALL_THROUGH);
        customer.answer("/nothing", "<Hangup/>");

        caller("<Pause length=\"30\"/>");

        assertThat(customer.requests("/got")).isEmpty();
        assertThat(customer.requests("/nothing")).hasSize(1);
    }

    @Test
    void action_on_empty_result_requests_the_action_with_no_digits() {
        business("<Gather action=\"/got\" timeout=\"2\" actionOnEmptyResult=\"true\"/>");
        customer.answer("/got", "<Hangup/>");

        caller("<Pause length=\"30\"/>");

        assertThat(asked("/got").get("Digits")).isEmpty();
    }

    @Test
    void only_the_finish_key_counts_as_nothing() {
        business("<Gather action=\"/got\"/>" + FALL_THROUGH);
        customer.answer("/nothing", "<Hangup/>");

        caller("<Pause/><Play digits=\"#\"/><Pause length=\"30\"/>");

        assertThat(customer.requests("/got")).isEmpty();
        assertThat(customer.requests("/nothing")).hasSize(1);
    }

    @Test
    void an_empty_finish_key_takes_every_key_as_input() {
        business("<Gather action=\"/got\" finishOnKey=\"\" numDigits=\"2\"/>");
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Play digits=\"#*\"/><Pause length=\"5\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("#*");
    }

    @Test
    void the_wait_begins_after_the_nested_prompts() {
        business("<Gather action=\"/got\" timeout=\"2\"><Pause length=\"10\"/></Gather>" + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller("<Pause length=\"11\"/><Play digits=\"7#\"/><Pause length=\"9\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("7");
    }

    @Test
    void a_key_stops_the_prompt() {
        business(
                "<Gather action=\"/got\" numDigits=\"1\"><Say>One two three four five six seven eight nine ten</Say></Gather>");
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Play digits=\"1\"/><Pause length=\"9\"/>");

        assertThat(carrier.story("heard").getFirst())
                .startsWith("caller heard One two")
                .doesNotContain("ten");
    }

    @Test
    void speech_is_gathered_as_its_words() {
        business("<Gather input=\"speech\" action=\"/got\" speechTimeout=\"1\"><Say>How can I help?</Say></Gather>"
                + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller("<Pause length=\"3\"/><Say>I would like to talk to sales</Say><Pause length=\"20\"/>");

        assertThat(only(asked("/got"), "SpeechResult", "Confidence", "Language", "Digits"))
                .containsEntry("SpeechResult", "I would like to talk to sales")
                .containsEntry("Confidence", "1.0")
                .containsEntry("Language", "en-US")
                .containsEntry("Digits", "(absent)");
    }

    @Test
    void two_sentences_with_a_short_breath_between_them_are_one_result() {
        business("<Gather input=\"speech\" action=\"/got\" speechTimeout=\"3\"/>");
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Say>Hello there.</Say><Pause length=\"2\"/><Say>Sales please.</Say><Pause length=\"20\"/>");

        assertThat(asked("/got").get("SpeechResult")).isEqualTo("Hello there. Sales please.");
    }

    @Test
    void speech_stops_the_prompt_unless_barge_in_is_off() {
        business(
                "<Gather input=\"speech\" action=\"/got\" bargeIn=\"false\"><Say>One two three four five six seven eight</Say></Gather>"
                        + FALL_THROUGH);
        customer.answer("/nothing", "<Hangup/>");

        caller("<Say>Stop</Say><Pause length=\"20\"/>");

        assertThat(carrier.story("heard")).contains("caller heard One two three four five six seven eight");
        assertThat(customer.requests("/got")).isEmpty();
    }

    @Test
    void with_keys_and_speech_whichever_comes_first_wins() {
        business("<Gather input=\"dtmf speech\" action=\"/got\" numDigits=\"1\"/>");
        customer.answer("/got", "<Hangup/>");

        caller("<Pause/><Play digits=\"5\"/><Say>Hello</Say><Pause length=\"9\"/>");

        assertThat(only(asked("/got"), "Digits", "SpeechResult"))
                .containsEntry("Digits", "5")
                .containsEntry("SpeechResult", "(absent)");
    }

    @Test
    void a_gather_for_keys_does_not_hear_speech() {
        business("<Gather action=\"/got\"/>" + FALL_THROUGH);
        customer.answer("/nothing", "<Hangup/>");

        caller("<Say>One zero one</Say><Pause length=\"30\"/>");

        assertThat(customer.requests("/got")).isEmpty();
    }

    @Test
    void keys_pressed_while_nothing_gathers_are_lost() {
        business(
                "<Say>Welcome to a rather long introduction of the house.</Say><Gather action=\"/got\" numDigits=\"1\"/>"
                        + FALL_THROUGH);
        customer.answer("/got", "<Hangup/>");

        caller("<Play digits=\"9\"/><Pause length=\"6\"/><Play digits=\"1\"/><Pause length=\"9\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("1");
    }

    @Test
    void keys_pressed_while_the_server_is_asked_wait_for_the_next_gather() {
        business("<Redirect>/slow</Redirect>");
        customer.answer("/slow", request -> {
            carrier.waitForKeys(2);
            return CustomerServer.Answer.xml("<Response><Gather action=\"/got\" numDigits=\"2\"/></Response>");
        });
        customer.answer("/got", "<Hangup/>");
        // The redirect has not answered the call; an answered one is needed for keys to be pressed.
        customer.answer("/in", "<Pause/><Say>Hi</Say><Redirect>/slow</Redirect>");

        caller("<Pause length=\"1\"/><Play digits=\"42\"/><Pause length=\"9\"/>");

        assertThat(asked("/got").get("Digits")).isEqualTo("42");
    }

    @Test
    void partial_results_are_told_as_they_come() {
        business("<Gather input=\"speech\" action=\"/got\" speechTimeout=\"3\" partialResultCallback=\"/partial\"/>");
        customer.answer("/got", "<Hangup/>");
        customer.answer("/partial", "");

        caller("<Pause/><Say>First words.</Say><Pause/><Say>Second words.</Say><Pause length=\"20\"/>");

        assertThat(asked("/partial", 1))
                .first()
                .satisfies(partial -> assertThat(only(partial, "StableSpeechResult", "SequenceNumber"))
                        .containsEntry("StableSpeechResult", "First words.")
                        .containsEntry("SequenceNumber", "0"));
    }

    @Test
    void without_an_action_the_current_document_is_asked_again_with_the_keys() {
        customer.answer(
                "/in",
                request -> CustomerServer.Answer.xml(
                        request.parameters().containsKey("Digits")
                                ? "<Response><Hangup/></Response>"
                                : "<Response><Gather numDigits=\"1\"/></Response>"));

        caller("<Pause/><Play digits=\"3\"/><Pause length=\"9\"/>");

        assertThat(customer.requests("/in"))
                .hasSize(2)
                .last()
                .satisfies(second -> assertThat(second.get("Digits")).isEqualTo("3"));
    }
}
