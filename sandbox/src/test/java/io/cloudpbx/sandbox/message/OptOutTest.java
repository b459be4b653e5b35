package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static io.cloudpbx.sandbox.message.Carrier.TOLL_FREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.message.HandsetText.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twilio.md} section 16, E7; {@code compliance.md} section 2, C12: STOP, START and HELP per type of sender. */
class OptOutTest {
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void buy() {
        carrier.customer.on("/sms", twiml("<Response/>"));
        carrier.buys(SENDER, "SmsUrl", carrier.customer.url("/sms"));
        carrier.buys(TOLL_FREE, "SmsUrl", carrier.customer.url("/sms"));
    }

    @AfterEach
    void stop() {
        carrier.close();
    }

    /** Texts the business, and waits until the business has been asked about it. */
    private void texts(String to, String body) {
        int before = carrier.asked("/sms").size();
        carrier.textIn(HANDSET, to, body);
        carrier.asked("/sms", before + 1);
    }

    private int codeOf(String from) {
        return carrier.text(from, HANDSET, "News!").code();
    }

    private List<String> automatic() {
        return carrier.screen(HANDSET).stream()
                .filter(text -> text.origin() == Origin.CARRIER)
                .map(HandsetText::body)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "StopAll", "unsubscribe", " cancel ", "END", "quit", "Revoke", "optout"})
    void a_long_code_stops_at_any_of_twilios_words_in_any_case(String word) {
        texts(SENDER, word);

        assertThat(codeOf(SENDER)).isEqualTo(21610);
        assertThat(carrier.text(SENDER, "+12025550124", "News!").status()).isEqualTo(201);
        assertThat(automatic()).singleElement().asString().contains("successfully been unsubscribed");
        assertThat(carrier.asked("/sms").getFirst().form())
                .containsEntry("Body", word)
                .doesNotContainKey("OptOutType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please stop", "STOP!", "opt out", "stop it now", "no"})
    void only_the_whole_text_counts(String body) {
        texts(SENDER, body);

        assertThat(codeOf(SENDER)).isZero();
        assertThat(automatic()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"START, 0", "yes, 0", "UNSTOP, 0", "CONTINUE, 21610"})
    void a_long_code_starts_again_at_any_of_twilios_words(String word, int code) {
        texts(SENDER, "STOP");
        texts(SENDER, word);

        assertThat(codeOf(SENDER)).isEqualTo(code);
        assertThat(automatic()).hasSize(code == 0 ? 2 : 1);
    }

    @Test
    void an_opt_out_is_of_one_pair_of_numbers() {
        carrier.buys("+14155550102");
        texts(SENDER, "STOP");

        assertThat(codeOf("+14155550102")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info"})
    void help_is_answered_and_blocks_nothing(String word) {
        texts(SENDER, word);

        assertThat(automatic()).containsExactly("Reply STOP to unsubscribe. Msg&Data Rates May Apply.");
        assertThat(codeOf(SENDER)).isZero();
    }

    @Test
    void the_automatic_reply_is_on_the_handset_and_not_among_the_accounts_messages() {
        texts(SENDER, "STOP");

        assertThat(automatic()).hasSize(1);
        var messages = carrier.business().get("Messages.json").json().path("messages");
        assertThat(messages.size()).isEqualTo(1);
        assertThat(messages.path(0).path("direction").asString()).isEqualTo("inbound");
    }

    @Test
    void whoever_stops_twice_is_answered_once_and_yes_means_nothing_to_who_has_not_stopped() {
        texts(SENDER, "YES");
        texts(SENDER, "STOP");
        texts(SENDER, "STOP");

        assertThat(automatic()).hasSize(1);
    }

    @Test
    void toll_free_the_network_knows_stop_alone_and_answers_in_its_own_words() {
        texts(TOLL_FREE, "UNSUBSCRIBE");
        assertThat(codeOf(TOLL_FREE)).isZero();

        texts(TOLL_FREE, "stop");

        assertThat(codeOf(TOLL_FREE)).isEqualTo(21610);
        assertThat(automatic())
                .containsExactly("NETWORK MSG: You replied with the word \"stop\" which blocks all texts sent from this"
                        + " number. Text back \"unstop\" to receive messages again.");
    }

    @ParameterizedTest
    @CsvSource({"START, 0", "UNSTOP, 0", "YES, 21610"})
    void toll_free_the_network_opens_at_start_and_unstop_only(String word, int code) {
        texts(TOLL_FREE, "STOP");
        texts(TOLL_FREE, word);

        assertThat(codeOf(TOLL_FREE)).isEqualTo(code);
    }

    @Test
    void toll_free_help_is_answered_unless_opted_out() {
        texts(TOLL_FREE, "HELP");
        texts(TOLL_FREE, "STOP");
        texts(TOLL_FREE, "HELP");

        assertThat(automatic()).hasSize(2);
    }

    @Test
    void in_a_service_the_whole_pool_is_blocked() {
        String other = "+14155550102";
        String service = carrier.service(SENDER, other);
        carrier.customer.on("/sms", twiml("<Response/>"));

        texts(SENDER, "STOP");

        assertThat(codeOf(other)).isEqualTo(21610);
        assertThat(carrier.textThrough(service, HANDSET, "News!").code()).isEqualTo(21610);
        texts(other, "START");
        assertThat(codeOf(SENDER)).isZero();
    }

    @Test
    void advanced_opt_out_has_its_own_words_and_replies_and_tells_the_webhook_which_it_was() {
        String service = carrier.service(SENDER);
        carrier.sandbox
                .texting()
                .optOuts()
                .setUp(
                        service,
                        new AdvancedOptOut(List.of("BASTA"), List.of("ANCORA"), null, "Ciao!", null, "Call us."));

        texts(SENDER, "basta");
        assertThat(codeOf(SENDER)).isEqualTo(21610);
        texts(SENDER, "CANCEL");
        texts(SENDER, "Ancora");
        assertThat(codeOf(SENDER)).isZero();
        texts(SENDER, "STOP");
        texts(SENDER, "HELP");

        assertThat(automatic()).hasSize(4).contains("Ciao!", "Call us.");
        assertThat(carrier.asked("/sms"))
                .extracting(asked -> asked.form().get("OptOutType"))
                .containsExactly("STOP", null, "START", "STOP", "HELP");
    }

    @Test
    void c12_an_opt_out_may_happen_only_upstream() {
        carrier.sandbox.texting().senders().arrange(SENDER, new Sender(null, null, true));
        carrier.textIn(HANDSET, SENDER, "STOP");

        await().until(() -> automatic().size() == 1);
        assertThat(codeOf(SENDER)).isEqualTo(21610);
        assertThat(carrier.business()
                        .get("Messages.json")
                        .json()
                        .path("messages")
                        .size())
                .isZero();
        texts(SENDER, "HELP");
        assertThat(carrier.asked("/sms")).hasSize(1);
    }

    @Test
    void a_reply_to_who_has_stopped_is_refused_and_in_the_debugger() {
        carrier.buys(
                "+14155550103",
                "SmsUrl",
                carrier.customer
                        .on("/polite", twiml("<Response><Message>Bye</Message></Response>"))
                        .url("/polite"));

        carrier.textIn(HANDSET, "+14155550103", "STOP");

        await().until(() -> carrier.errorCodes().contains(21610));
        assertThat(carrier.screen(HANDSET)).extracting(HandsetText::body).doesNotContain("Bye");
    }

    @Test
    void the_block_exists_without_a_webhook_and_after_the_texts_are_deleted() {
        carrier.buys("+14155550104");
        carrier.textIn(HANDSET, "+14155550104", "STOP");
        await().until(() -> automatic().size() == 1);

        assertThat(codeOf("+14155550104")).isEqualTo(21610);
    }
}
