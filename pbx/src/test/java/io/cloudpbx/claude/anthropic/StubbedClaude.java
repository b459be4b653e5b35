package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.ClaudeSettings.Price;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.claude.stub.MessagesStub;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** The real adapter, pointed at a stub, for the tests of whoever asks Claude. */
public final class StubbedClaude implements Claude, AutoCloseable {
    private final AnthropicClaude claude;

    public StubbedClaude(MessagesStub stub, Clock clock) {
        var prices = Map.of("claude-opus-4-6", new Price(new BigDecimal(5), new BigDecimal(25)));
        claude = new AnthropicClaude(new ClaudeSettings("key", stub.url(), "claude-opus-4-6", prices), clock);
        // Nobody's deadline should hold the loading of the library.
        claude.ready();
    }

    @Override
    public boolean isAvailable() {
        return claude.isAvailable();
    }

    @Override
    public Reply ask(Prompt prompt) {
        return claude.ask(prompt);
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<Reply.Choice> soFar) {
        return claude.ask(prompt, soFar);
    }

    @Override
    public void close() {
        claude.close();
    }
}
