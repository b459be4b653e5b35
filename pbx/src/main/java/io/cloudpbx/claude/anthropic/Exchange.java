package io.cloudpbx.claude.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.RequestOptions;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import org.jspecify.annotations.Nullable;

/** A request and the stream that answers it, until its last event. */
final class Exchange {
    private final AnthropicClient client;
    private final MessageCreateParams question;
    private final RequestOptions options;
    private @Nullable String requestId;

    Exchange(AnthropicClient client, MessageCreateParams question, RequestOptions options) {
        this.client = client;
        this.question = question;
        this.options = options;
    }

    /** The whole answer. A stream that ends in silence before its last event throws, like one that breaks. */
    Message message(Progress progress) {
        boolean begun = false;
        try (var response = client.messages().withRawResponse().createStreaming(question, options)) {
            requestId = response.requestId().orElse(null);
            begun = true;
            try (var events = response.parse()) {
                var whole = MessageAccumulator.create();
                events.stream().peek(progress::see).forEach(whole::accumulate);
                return whole.message();
            }
        } catch (SseException inStream) {
            throw Troubles.name(inStream, true);
        } catch (AnthropicServiceException refusal) {
            // Whoever asked may want to ask otherwise.
            throw refusal;
        } catch (RuntimeException trouble) {
            throw Troubles.name(trouble, begun);
        }
    }

    @Nullable
    String requestId() {
        return requestId;
    }
}
