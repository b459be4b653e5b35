package io.cloudpbx.claude.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.claude.Prompt;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers the library's first question from memory, so that what it loads and compiles on that occasion (three seconds) is
 * done before a person waits for it. Nothing leaves the machine.
 */
final class Rehearsal implements HttpClient {
    static final Prompt QUESTION = new Prompt(
            new Asker.Texter(""),
            List.of(new Prompt.Tool(
                    "reply",
                    "Answer",
                    "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]}")),
            List.of(new Prompt.SystemPart("Rehearsal", true)),
            List.of(Prompt.Turn.user("Hello?"), Prompt.Turn.assistant("Hello."), Prompt.Turn.user("Are you there?")),
            100,
            Duration.ofMinutes(1));

    private static final List<String> EVENTS =
            List.of("""
            {"type":"message_start","message":{"id":"msg_rehearsal","type":"message","role":"assistant","model":"rehearsal",\
            "content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}""", """
            {"type":"content_block_start","index":0,"content_block":\
            {"type":"tool_use","id":"toolu_rehearsal","name":"reply","input":{}}}""", """
            {"type":"content_block_delta","index":0,"delta":\
            {"type":"input_json_delta","partial_json":"{\\"text\\":\\"Yes.\\"}"}}""", "{\"type\":\"content_block_stop\",\"index\":0}", """
            {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}""", "{\"type\":\"message_stop\"}");

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        request.body().ifPresent(body -> body.writeTo(OutputStream.nullOutputStream()));
        return new FromMemory();
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.completedFuture(execute(request, options));
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    private static final class FromMemory implements HttpResponse {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return Headers.builder().put("content-type", "text/event-stream").build();
        }

        @Override
        public InputStream body() {
            var text = new StringBuilder();
            EVENTS.forEach(event -> text.append("event: ")
                    .append(event, event.indexOf(":\"") + 2, event.indexOf("\"", event.indexOf(":\"") + 2))
                    .append("\ndata: ")
                    .append(event)
                    .append("\n\n"));
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
