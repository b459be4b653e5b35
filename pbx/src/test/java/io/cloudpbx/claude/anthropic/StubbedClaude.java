package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.ClaudeSettings.Price;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import io.cloudpbx.claude.stub.MessagesStub;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The real adapter, pointed at a stub, for the tests of whoever asks Claude. It waits for answers for as long as a busy machine takes,
 * unless it is to keep to the deadlines of those who ask.
 */
public final class StubbedClaude implements Claude, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AnthropicClaude claude;
    private final boolean punctual;

    public StubbedClaude(MessagesStub stub, Clock clock) {
        this(stub, clock, false);
    }

    private StubbedClaude(MessagesStub stub, Clock clock, boolean punctual) {
        this.punctual = punctual;
        var prices = Map.of("claude-opus-4-6", new Price(new BigDecimal(5), new BigDecimal(25)));
        claude = new AnthropicClaude(new ClaudeSettings("key", stub.url(), "claude-opus-4-6", prices), clock);
        // Nobody's deadline should hold the loading of the library.
        claude.ready();
    }

    public static StubbedClaude punctual(MessagesStub stub, Clock clock) {
        return new StubbedClaude(stub, clock, true);
    }

    @Override
    public boolean isAvailable() {
        return claude.isAvailable();
    }

    @Override
    public Reply ask(Prompt prompt) {
        return claude.ask(patient(prompt));
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<Reply.Choice> soFar) {
        return claude.ask(patient(prompt), soFar);
    }

    private Prompt patient(Prompt prompt) {
        return punctual
                ? prompt
                : new Prompt(
                        prompt.asker(),
                        prompt.tools(),
                        prompt.system(),
                        prompt.turns(),
                        prompt.maxTokens(),
                        PATIENCE,
                        prompt.model());
    }

    @Override
    public void close() {
        claude.close();
    }
}
