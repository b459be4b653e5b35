package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the carrier, or somebody who only says to be it, can do where conversations come in as a stream. */
class StreamDoorTest {
    private static final TwoPrograms PROGRAMS = TwoPrograms.shared();
    private static final CarrierByHand CARRIER =
            new CarrierByHand(PROGRAMS.company().base());

    /** Nobody calls so often at once: that is a phone that sends calls back to us. */
    private static final AtomicInteger CALLERS = new AtomicInteger(100);

    private final String caller = "+15305550%d".formatted(CALLERS.getAndIncrement());
    private final String call = "CA" + UUID.randomUUID().toString().replace("-", "");
    private final Heard heard = new Heard();

    @BeforeAll
    static void callers_are_streamed() {
        listen("stream");
    }

    @AfterAll
    static void callers_are_listened_to_turn_by_turn() {
        listen("turns");
    }

    private static void listen(String how) {
        var company = PROGRAMS.company();
        String main = company.get("/api/numbers").body().at("/items/0/id").asString();
        assertThat(company.put("/api/numbers/" + main + "/receptionist", Map.of("listening", how))
                        .status())
                .isEqualTo(200);
    }

    /** Messages of ours, and at last the code with which we close. */
    private static final class Heard implements WebSocket.Listener {
        private static final int ABORTED = 1006;

        private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(Company.JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable trouble) {
            closed.completeExceptionally(trouble);
        }

        /** The next one that is more than a request for a moment of patience, which a busy machine makes. */
        JsonNode next() throws InterruptedException {
            JsonNode next;
            do {
                next = messages.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("another message").isNotNull();
            } while (next.path("token").asString("-").matches("|(One|Un) moment[.o].*"));
            return next;
        }

        /** We close with this code. The other end may not get to read it when it is still sending. */
        void closedWith(int code) {
            assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isIn(code, ABORTED);
        }
    }

    /** What the document says about a stream. */
    private record Told(String url, String token, String action) {
        static Told in(String document) {
            return new Told(
                    found("<ConversationRelay url=\"([^\"]+)\"", document),
                    found("<Parameter name=\"token\" value=\"([^\"]+)\"", document),
                    found("<Connect action=\"[^/]+//[^/]+([^\"#]+)", document));
        }

        private static String found(String pattern, String document) {
            var matcher = Pattern.compile(pattern).matcher(document);
            assertThat(matcher.find()).as(document).isTrue();
            return matcher.group(1);
        }
    }

    private Map<String, String> form(String... more) {
        var form = new LinkedHashMap<>(
                Map.of("CallSid", call, "From", caller, "To", Outside.MAIN_NUMBER, "CallStatus", "in-progress"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private String asks(String path, String... more) throws Exception {
        return CARRIER.signed(path, form(more)).body();
    }

    private Told atTheReceptionist() throws Exception {
        asks("/ivr/inbound");
        return Told.in(asks("/ivr/menu/1/0", "Digits", "0"));
    }

    private WebSocket connected(String url) {
        return CARRIER.connect(url, CarrierByHand.signatureOf(url, Map.of()), heard);
    }

    private static String setup(String call, String token) {
        return "{\"type\":\"setup\",\"sessionId\":\"VX1\",\"callSid\":\"%s\",\"customParameters\":{\"token\":\"%s\"}}"
                .formatted(call, token);
    }

    private WebSocket begun(Told told) {
        var socket = connected(told.url());
        socket.sendText(setup(call, told.token()), true).join();
        return socket;
    }

    private static void says(WebSocket socket, String words) {
        socket.sendText(
                        "{\"type\":\"prompt\",\"voicePrompt\":\"%s\",\"lang\":\"en-US\",\"last\":true}"
                                .formatted(words),
                        true)
                .join();
    }

    @Test
    void nobody_without_the_carrier_s_signature_gets_in() throws Exception {
        Told told = atTheReceptionist();

        assertRefused(told.url(), "bm90IGEgc2lnbmF0dXJl", 403);
        assertRefused(told.url(), CarrierByHand.signatureOf(told.url().replace("ws:", "http:"), Map.of()), 403);
        assertRefused(told.url(), CarrierByHand.signatureOf(told.url() + "x", Map.of()), 403);
        connected(told.url()).abort();
    }

    @Test
    void an_address_that_nobody_was_told_or_that_was_used_leads_nowhere() throws Exception {
        Told told = atTheReceptionist();
        String strange = told.url().replaceAll("[^/]+$", UUID.randomUUID().toString());
        assertRefused(strange, CarrierByHand.signatureOf(strange, Map.of()), 404);

        var socket = begun(told);
        says(socket, "Operator please");
        assertThat(heard.next().get("type").asString()).isEqualTo("end");
        assertRefused(told.url(), CarrierByHand.signatureOf(told.url(), Map.of()), 404);
    }

    private void assertRefused(String url, String signature, int status) {
        assertThatThrownBy(() -> CARRIER.connect(url, signature, heard))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void a_wrong_token_and_another_call_are_refused_and_the_right_ones_are_not_used_up() throws Exception {
        Told told = atTheReceptionist();
        for (String wrong : List.of(setup(call, "wrong"), setup("CA0", told.token()), setup("", ""))) {
            var other = new Heard();
            CARRIER.connect(told.url(), CarrierByHand.signatureOf(told.url(), Map.of()), other)
                    .sendText(wrong, true)
                    .join();
            other.closedWith(1008);
        }

        says(begun(told), "Operator please");
        assertThat(heard.next().get("type").asString()).isEqualTo("end");
    }

    @Test
    void what_was_decided_stands_however_often_and_with_whatever_the_end_is_told() throws Exception {
        Told told = atTheReceptionist();
        says(begun(told), "Operator please");
        assertThat(heard.next().get("type").asString()).isEqualTo("end");

        String first = asks(told.action(), "SessionStatus", "ended", "HandoffData", "{\"dial\":\"+19005550100\"}");
        assertThat(first).contains("<Dial", "+14155550199").doesNotContain("900555");
        assertThat(asks(told.action(), "SessionStatus", "failed", "ErrorCode", "39001"))
                .isEqualTo(first);
        assertThat(asks(told.action())).isEqualTo(first);
    }

    /** Nothing of it is in anybody's memory: this might be another node, or the same one after it was killed. */
    @Test
    void a_conversation_goes_on_where_it_broke() throws Exception {
        Told told = atTheReceptionist();
        says(begun(told), "Dum di dum di dum");
        assertThat(heard.next().get("type").asString()).isEqualTo("text");

        Told again = Told.in(asks(told.action(), "SessionStatus", "failed", "ErrorCode", "39001"));
        says(begun(again), "La la la la");
        assertThat(heard.next().get("type").asString()).isEqualTo("end");
        assertThat(asks(again.action(), "SessionStatus", "ended")).contains("<Dial", "+14155550199");
    }

    @Test
    void danger_is_answered_with_911_and_then_a_person() throws Exception {
        Told told = atTheReceptionist();
        says(begun(told), "There is a gas leak in your building");
        assertThat(heard.next().get("type").asString()).isEqualTo("end");
        assertThat(asks(told.action(), "SessionStatus", "ended")).contains("dial 9 1 1", "<Dial");
    }

    @Test
    void who_speaks_spanish_is_listened_to_and_answered_in_spanish() throws Exception {
        says(begun(atTheReceptionist()), "Hola, ¿a qué hora abren ustedes?");
        JsonNode language = heard.next();
        assertThat(language.get("ttsLanguage").asString()).isEqualTo("es-US");
        assertThat(language.get("transcriptionLanguage").asString()).isEqualTo("es-US");
        assertThat(heard.next().get("token").asString()).containsIgnoringCase("lunes a viernes");
    }

    @Test
    void what_is_told_between_is_kept_with_the_conversation() throws Exception {
        var socket = begun(atTheReceptionist());
        socket.sendText("{\"type\":\"tomorrow\",\"of\":[1,2]}", true).join();
        socket.sendText("{\"type\":\"error\",\"description\":\"none\"}", true).join();
        says(socket, "Dum di dum di dum");
        JsonNode answer = heard.next();
        assertThat(answer.get("type").asString()).isEqualTo("text");
        assertThat(answer.get("last").asBoolean()).isTrue();
        String all = answer.get("token").asString();
        String beginning = all.substring(0, all.indexOf(' ', 8));
        socket.sendText("{\"type\":\"interrupt\",\"utteranceUntilInterrupt\":\"%s\"}".formatted(beginning), true)
                .join();
        socket.sendText("{\"type\":\"dtmf\",\"digit\":\"0\"}", true).join();
        assertThat(heard.next().get("type").asString()).isEqualTo("end");

        var turns = PROGRAMS.company()
                .get("/api/calls/" + id() + "/conversation")
                .body()
                .get("items");
        assertThat(turns.at("/0/heard").asString()).isEqualTo("Dum di dum di dum");
        assertThat(turns.at("/0/listening").asString()).isEqualTo("stream");
        assertThat(turns.at("/1/said").asString()).isEqualTo(beginning);
        assertThat(turns.at("/1/keys").asString()).isEqualTo("0");
        assertThat(turns.at("/1/reason").asString()).isEqualTo("Pressed 0");
    }

    private String id() {
        return PROGRAMS.bean(JdbcClient.class)
                .sql("select id::text from call where carrier_id = :call")
                .param("call", call)
                .query(String.class)
                .single();
    }

    @Test
    void hostile_messages_end_the_stream_and_nothing_else() throws Exception {
        closes(1009, socket -> socket.sendText("x".repeat(1_000_000), true).join());
        closes(1007, socket -> repeat(10, socket, "Hello?"));
        closes(1008, socket -> socket.sendText(setup(call, "again"), true).join());
        closes(1008, socket -> repeat(70, socket, "{\"type\":\"info\"}"));
        closes(
                1009,
                socket ->
                        socket.sendBinary(ByteBuffer.wrap(new byte[100]), true).join());
        assertThat(PROGRAMS.company().get("/health").status()).isEqualTo(200);
    }

    private static void repeat(int times, WebSocket socket, String message) {
        for (int i = 0; i < times; i++) {
            socket.sendText(message, true).join();
        }
    }

    /** The sender may find the line cut before it has sent everything. */
    private static void closes(int code, Consumer<WebSocket> does) throws Exception {
        var other = new StreamDoorTest();
        var socket = other.begun(other.atTheReceptionist());
        try {
            does.accept(socket);
        } catch (CompletionException cut) {
            assertThat(cut).hasCauseInstanceOf(IOException.class);
        }
        other.heard.closedWith(code);
    }

    @Test
    void before_the_setup_nothing_is_taken() throws Exception {
        Told told = atTheReceptionist();
        says(connected(told.url()), "Operator please");
        heard.closedWith(1008);
        assertThat(asks(told.action(), "SessionStatus", "failed", "ErrorCode", "64105"))
                .contains("we were cut off", "<ConversationRelay");
    }

    @Test
    void who_is_cut_off_is_streamed_twice_more_and_then_listened_to_turn_by_turn() throws Exception {
        var documents = new ArrayList<String>();
        Told told = atTheReceptionist();
        for (int i = 0; i < 3; i++) {
            String answer = asks(told.action(), "SessionStatus", "failed", "ErrorCode", "39001");
            assertThat(asks(told.action(), "SessionStatus", "failed")).isEqualTo(answer);
            documents.add(answer);
            if (answer.contains("<ConversationRelay")) {
                told = Told.in(answer);
            }
        }
        assertThat(documents).allSatisfy(document -> assertThat(document).contains("we were cut off"));
        assertThat(documents.get(1)).contains("<ConversationRelay");
        assertThat(documents.get(2)).contains("<Gather").doesNotContain("<ConversationRelay");
    }

    @ParameterizedTest
    @CsvSource({"64101, <Gather", "64102, <ConversationRelay", ", <ConversationRelay"})
    void a_stream_that_the_carrier_cannot_make_is_not_asked_for_again(@Nullable String code, String next)
            throws Exception {
        Told told = atTheReceptionist();
        assertThat(asks(told.action(), "SessionStatus", "failed", "ErrorCode", code == null ? "" : code))
                .contains(next);
    }

    @Test
    void a_caller_who_has_hung_up_and_a_stream_of_another_call_change_nothing() throws Exception {
        Told told = atTheReceptionist();
        assertThat(asks(told.action(), "SessionStatus", "completed", "CallStatus", "completed"))
                .contains("<Response></Response>");

        var other = new StreamDoorTest();
        other.atTheReceptionist();
        assertThat(other.asks(told.action(), "SessionStatus", "failed")).contains("<ConversationRelay");
    }
}
