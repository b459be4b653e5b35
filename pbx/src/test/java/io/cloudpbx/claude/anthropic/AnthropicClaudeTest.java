package io.cloudpbx.claude.anthropic;

import static io.cloudpbx.claude.stub.Scripted.chooses;
import static io.cloudpbx.claude.stub.Scripted.error;
import static io.cloudpbx.claude.stub.Scripted.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.claude.Asker;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.ClaudeSettings.Price;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.claude.stub.MessagesStub;
import io.cloudpbx.claude.stub.Scripted;
import io.cloudpbx.startup.MovableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnthropicClaudeTest {
    private static final String KEY = "sk-ant-canary-key";
    private static final Prompt.Tool REPLY = new Prompt.Tool("reply", "Answer", """
            {"type": "object", "additionalProperties": false, "required": ["text"],
             "properties": {"text": {"type": "string"}}}""");
    /** Long, because it holds the loading of the library where a test is the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MessagesStub api = new MessagesStub();
    private final MovableClock clock = new MovableClock();
    private final AnthropicClaude claude = new AnthropicClaude(settings("claude-opus-4-6"), clock);

    @AfterEach
    void end() {
        claude.close();
        api.close();
    }

    @Test
    void a_choice_comes_back_with_what_it_cost() {
        api.then(chooses("reply", "{\"text\": \"We open at 8.\"}"));

        var answer = answered(claude.ask(prompt(PATIENCE)));

        assertThat(answer.choice()).isEqualTo(new Reply.Choice("reply", Map.of("text", "We open at 8.")));
        assertThat(answer.spent().usage()).isEqualTo(new Usage(1200, 30, 100, 5000));
        // 1200 at $5, 30 at $25, 100 written at $6.25, 5000 read at $0.50, each per million.
        assertThat(answer.spent().dollars()).isEqualByComparingTo("0.009875");
        assertThat(answer.spent().requestId()).isEqualTo("req_stub");
        assertThat(answer.spent().took()).isPositive();
    }

    @Test
    void what_is_asked_is_one_streamed_question_in_the_order_that_the_cache_needs() {
        claude.ask(prompt(PATIENCE));

        var question = api.asked().getFirst();
        assertThat(api.asked()).hasSize(1);
        assertThat(question.path()).isEqualTo("/v1/messages");
        assertThat(question.isStreamed()).isTrue();
        assertThat(question.turns()).containsExactly("user: Hello", "assistant: Hi", "user: Open today?");
        assertThat(question.body().path("tools").toString())
                .isEqualTo("[{\"input_schema\":{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},"
                        + "\"required\":[\"text\"],\"additionalProperties\":false},\"name\":\"reply\","
                        + "\"description\":\"Answer\",\"strict\":true}]");
        assertThat(question.body().path("system").get(0).has("cache_control")).isFalse();
        assertThat(question.body()
                        .path("system")
                        .get(1)
                        .path("cache_control")
                        .path("type")
                        .asString())
                .isEqualTo("ephemeral");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-6, any, , low, 300",
        "claude-opus-4-6-20260205, any, , low, 300",
        "claude-haiku-5-5, any, disabled, low, 300",
        "claude-sonnet-5-5, auto, , low, 2348",
        "claude-fable-5-1, auto, , low, 2348",
        "somebody-elses-model, auto, , , 2348",
    })
    void each_model_is_asked_in_the_way_it_takes(
            String model, String choice, String thinking, String effort, int tokens) {
        try (var other = new AnthropicClaude(settings(model), clock)) {
            other.ask(prompt(PATIENCE));
        }

        var body = api.asked().getFirst().body();
        assertThat(body.path("tool_choice").path("type").asString()).isEqualTo(choice);
        assertThat(body.path("thinking").path("type").asString(null)).isEqualTo(thinking);
        assertThat(body.path("output_config").path("effort").asString(null)).isEqualTo(effort);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(tokens);
    }

    @Test
    void a_model_that_takes_no_forced_choice_is_asked_more_plainly_and_that_is_remembered() {
        api.then(error(400, "invalid_request_error", "tool_choice: any is not supported by this model"));

        assertThat(answered(claude.ask(prompt(PATIENCE))).text()).isEqualTo("OK");
        assertThat(answered(claude.ask(prompt(PATIENCE))).text()).isEqualTo("OK");

        assertThat(api.asked())
                .extracting(question ->
                        question.body().path("tool_choice").path("type").asString())
                .containsExactly("any", "auto", "auto");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(error(400, "invalid_request_error", "max_tokens: wrong"), Failure.REFUSED),
                Arguments.of(error(401, "authentication_error", "no"), Failure.NOT_ALLOWED),
                Arguments.of(error(402, "billing_error", "no"), Failure.SPEND_LIMIT),
                Arguments.of(error(403, "permission_error", "no"), Failure.NOT_ALLOWED),
                Arguments.of(error(404, "not_found_error", "no model"), Failure.NOT_ALLOWED),
                Arguments.of(error(413, "invalid_request_error", "too large"), Failure.REFUSED),
                Arguments.of(error(429, "rate_limit_error", "slower", "retry-after", "20"), Failure.RATE_LIMITED),
                Arguments.of(error(429, "rate_limit_error", "enforced_spend_limit_reached"), Failure.SPEND_LIMIT),
                Arguments.of(error(500, "api_error", "oh"), Failure.BROKEN),
                Arguments.of(error(504, "timeout_error", "oh"), Failure.TIMEOUT),
                Arguments.of(error(529, "overloaded_error", "oh"), Failure.OVERLOADED),
                Arguments.of(Scripted.raw(502, "text/html", "<html>Bad gateway</html>"), Failure.BROKEN),
                Arguments.of(Scripted.raw(200, "application/json", "{}"), Failure.BROKEN_STREAM),
                Arguments.of(Scripted.raw(200, "text/event-stream", ""), Failure.BROKEN_STREAM),
                Arguments.of(
                        Scripted.raw(200, "text/event-stream", "event: message_start\ndata: {\n\n"), Failure.NONSENSE),
                Arguments.of(Scripted.failsInStream("overloaded_error"), Failure.OVERLOADED),
                Arguments.of(Scripted.failsInStream("api_error"), Failure.BROKEN_STREAM),
                Arguments.of(Scripted.endsEarly(), Failure.BROKEN_STREAM),
                Arguments.of(Scripted.cuts(), Failure.BROKEN_STREAM),
                Arguments.of(Scripted.stops("refusal"), Failure.DECLINED),
                Arguments.of(Scripted.stops("max_tokens"), Failure.NONSENSE),
                Arguments.of(says(""), Failure.NONSENSE),
                Arguments.of(chooses("send_money", "{}"), Failure.NONSENSE),
                Arguments.of(chooses("reply", "{\"text\": \"We op"), Failure.NONSENSE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_way_of_failing_has_a_name_and_is_not_tried_again(Scripted answer, Failure failure) {
        api.then(answer);

        assertThat(failed(claude.ask(prompt(PATIENCE))).failure()).isEqualTo(failure);
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void the_wish_to_be_left_alone_is_told_and_not_waited_for() {
        api.then(error(429, "rate_limit_error", "slower", "retry-after", "20"));

        var failed = failed(claude.ask(prompt(PATIENCE)));

        assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(failed.took()).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void each_failure_names_the_request_that_support_can_look_up() {
        api.then(error(500, "api_error", "oh"));

        assertThat(failed(claude.ask(prompt(PATIENCE))).requestId()).isEqualTo("req_stub");
    }

    @Test
    void nobody_listening_is_named() {
        api.close();

        assertThat(failed(claude.ask(prompt(PATIENCE))).failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void a_silent_or_stalled_api_holds_nobody_longer_than_the_deadline() {
        claude.ask(prompt(PATIENCE));
        api.then(says("Late").after(PATIENCE)).then(Scripted.stalls(PATIENCE));

        for (int i = 0; i < 2; i++) {
            var failed = failed(claude.ask(prompt(Duration.ofMillis(300))));
            assertThat(failed.failure()).isEqualTo(Failure.TIMEOUT);
            assertThat(failed.took()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoever_is_interrupted_waits_no_longer_on_any_kind_of_thread(boolean virtual) throws Exception {
        claude.ask(prompt(PATIENCE));
        var arrived = new CompletableFuture<Void>();
        api.model(question -> {
            arrived.complete(null);
            return says("Late").after(PATIENCE);
        });
        var reply = new CompletableFuture<Reply>();
        var interrupted = new CompletableFuture<Boolean>();
        Runnable asking = () -> {
            reply.complete(claude.ask(prompt(PATIENCE)));
            interrupted.complete(Thread.currentThread().isInterrupted());
        };
        var thread =
                virtual ? Thread.ofVirtual().start(asking) : Thread.ofPlatform().start(asking);

        arrived.join();
        thread.interrupt();

        thread.join(Duration.ofSeconds(10));
        assertThat(failed(reply.join()).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void after_five_vain_questions_nobody_is_asked_until_one_probe_succeeds() {
        api.model(question -> error(529, "overloaded_error", "oh"));
        for (int i = 0; i < 5; i++) {
            claude.ask(prompt(PATIENCE));
        }

        assertThat(failed(claude.ask(prompt(PATIENCE))).failure()).isEqualTo(Failure.RESTING);
        assertThat(claude.isAvailable()).isFalse();
        clock.advance(Duration.ofSeconds(31));
        assertThat(failed(claude.ask(prompt(PATIENCE))).failure()).isEqualTo(Failure.OVERLOADED);
        assertThat(failed(claude.ask(prompt(PATIENCE))).failure()).isEqualTo(Failure.RESTING);
        assertThat(api.asked()).hasSize(6);

        api.model(question -> says("Better"));
        clock.advance(Duration.ofSeconds(31));
        assertThat(answered(claude.ask(prompt(PATIENCE))).text()).isEqualTo("Better");
        assertThat(claude.isAvailable()).isTrue();
    }

    @Test
    void the_key_is_sent_and_never_printed() {
        api.then(error(401, "authentication_error", "invalid x-api-key"));

        var failed = claude.ask(prompt(PATIENCE));

        assertThat(api.asked().getFirst().headers().toString()).contains(KEY);
        assertThat(failed.toString()).doesNotContain(KEY);
        assertThat(settings("m").toString()).doesNotContain(KEY).contains("****");
    }

    private ClaudeSettings settings(String model) {
        var prices = Map.of("claude-opus-4-6", new Price(new BigDecimal(5), new BigDecimal(25)));
        return new ClaudeSettings(KEY, URI.create(api.url() + "/"), model, prices);
    }

    private static Prompt prompt(Duration deadline) {
        return new Prompt(
                new Asker.Texter("+14155550142"),
                List.of(REPLY),
                List.of(new Prompt.SystemPart("Be brief.", false), new Prompt.SystemPart("Open at 8.", true)),
                List.of(Prompt.Turn.user("Hello"), Prompt.Turn.assistant("Hi"), Prompt.Turn.user("Open today?")),
                300,
                deadline);
    }

    private static Reply.Answered answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return (Reply.Answered) reply;
    }

    private static Reply.Failed failed(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return (Reply.Failed) reply;
    }
}
