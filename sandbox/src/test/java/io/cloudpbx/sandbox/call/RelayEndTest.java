package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code <ConversationRelay>}: how a session ends ({@code twilio.md} sections 2.2 and 10). */
class RelayEndTest extends RelayCallTest {
    @Test
    void a_caller_who_hangs_up_completes_the_session_and_the_action_is_told() {
        relay("");

        caller("<Pause length=\"5\"/>");

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "completed")
                .containsEntry("CallStatus", "completed")
                .containsEntry("SessionDuration", "5")
                .doesNotContainKeys("ErrorCode", "HandoffData");
        assertThat(asked("/after").get("SessionId"))
                .isEqualTo(only("setup").path("sessionId").asString());
        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(1000));
    }

    @Test
    void an_end_hands_its_data_to_the_action() {
        relay("");
        server.on("prompt", (m, ctx) -> ctx.send("{\"type\":\"end\",\"handoffData\":\"{\\\"to\\\":\\\"101\\\"}\"}"));

        caller("<Say>A person, please.</Say>" + LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "ended")
                .containsEntry("HandoffData", "{\"to\":\"101\"}")
                .containsEntry("CallStatus", "in-progress");
    }

    @Test
    void without_an_action_the_document_goes_on() {
        business("<Connect><ConversationRelay url=\"" + server.url() + "\"/></Connect><Say>And now the news.</Say>");
        server.on("setup", (message, ctx) -> end(ctx));

        caller(LISTENS);

        assertThat(carrier.story("heard")).containsExactly("caller heard And now the news.");
    }

    @Test
    void an_invalid_message_is_answered_with_an_error_and_the_session_goes_on_64107() {
        relay("");
        server.on("setup", (m, ctx) -> {
            ctx.send("hello");
            text(ctx, "Still here.", true);
        });

        caller(LISTENS);

        assertThat(only("error").path("description").asString()).startsWith("Invalid message received: ");
        assertThat(carrier.errorCodes()).containsExactly(64107);
        assertThat(carrier.story("heard")).containsExactly("caller heard Still here.");
    }

    @Test
    void ten_malformed_messages_in_a_row_close_the_socket_with_1007_and_are_64105() {
        relay("");
        server.on("setup", (m, ctx) -> IntStream.range(0, 10).forEach(i -> ctx.send("{}")));

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "64105");
        assertThat(carrier.errorCodes()).endsWith(64107, 64105);
        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(1007));
    }

    @Test
    void a_message_of_more_than_64_kB_closes_the_socket_with_1009() {
        relay("");
        server.on("setup", (m, ctx) -> text(ctx, "word ".repeat(14_000), true));

        caller(LISTENS);

        assertThat(asked("/after").get("SessionStatus")).isEqualTo("failed");
        Awaitility.await().untilAsserted(() -> assertThat(server.closed).containsExactly(1009));
    }

    @Test
    void frames_of_bytes_are_invalid_messages_64107() {
        relay("");
        server.on("setup", (m, ctx) -> {
            ctx.send(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            text(ctx, "Still here.", true);
        });

        caller(LISTENS);

        assertThat(carrier.errorCodes()).containsExactly(64107);
        assertThat(carrier.story("heard")).containsExactly("caller heard Still here.");
    }

    @Test
    void a_sound_one_message_sets_the_count_back() {
        relay("");
        server.on("setup", (m, ctx) -> {
            IntStream.range(0, 9).forEach(i -> ctx.send("{}"));
            text(ctx, "Sorry.", true);
            ctx.send("{}");
        });

        caller("<Pause length=\"5\"/>");

        assertThat(asked("/after").get("SessionStatus")).isEqualTo("completed");
    }

    @Test
    void a_connection_that_breaks_fails_the_session_39001() {
        relay("");
        server.on("setup", (m, ctx) -> ctx.session.disconnect());

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "39001")
                .containsKey("ErrorMessage");
    }

    @Test
    void a_server_that_closes_without_an_end_fails_the_session_64105() {
        relay("");
        server.on("setup", (m, ctx) -> ctx.closeSession(1000, "bye"));

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "64105");
    }

    @Test
    void nobody_at_the_url_fails_the_session_64102() {
        business("<Connect action=\"/after\"><ConversationRelay url=\"ws://127.0.0.1:9/relay\"/></Connect>");

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "64102");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=\"ws://example.com/relay\"",
                "url=\"https://example.com/relay\"",
                "",
                "url=\"wss://example.com/relay\" ttsProvider=\"Acme\"",
                "url=\"wss://example.com/relay\" ttsProvider=\"Google\" voice=\"Joanna-Neural\"",
                "url=\"wss://example.com/relay\" ttsProvider=\"Google\" voice=\"en-US-Journey-F\" language=\"de-DE\"",
                "url=\"wss://example.com/relay\" ttsProvider=\"Amazon\" voice=\"en-US-Journey-O\"",
                "url=\"wss://example.com/relay\" transcriptionProvider=\"Google\" speechModel=\"nova-3-general\"",
                "url=\"wss://example.com/relay\" speechModel=\"telephony\"",
                "url=\"wss://example.com/relay\" eotThreshold=\"0.8\"",
                "url=\"wss://example.com/relay\" interruptible=\"sometimes\""
            })
    void impossible_settings_end_the_session_at_once_64101(String attributes) {
        business("<Connect action=\"/after\"><ConversationRelay " + attributes + "/></Connect>");

        caller(LISTENS);

        assertThat(asked("/after").parameters())
                .containsEntry("SessionStatus", "failed")
                .containsEntry("ErrorCode", "64101");
    }
}
