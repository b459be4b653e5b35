package io.cloudpbx.claude;

import io.cloudpbx.claude.Budget.Leave;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks only what the budget allows, and counts it. What cannot be counted is not asked: whoever wanted to know answers without
 * Claude then, as when there is none.
 */
public final class CountedClaude implements Claude, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountedClaude.class);

    /** What the API adds of its own when tools are offered ({@code ai-receptionist.md} section 1). */
    private static final int OVERHEAD = 500;

    /** English has four to a token, other languages come down to this. */
    private static final int BYTES_PER_TOKEN = 3;

    private final Claude claude;
    private final Budget budget;
    private final ClaudeSettings settings;

    public CountedClaude(Claude claude, Budget budget, ClaudeSettings settings) {
        this.claude = claude;
        this.budget = budget;
        this.settings = settings;
    }

    @Override
    public boolean isAvailable() {
        return claude.isAvailable();
    }

    @Override
    public void prepare() {
        claude.prepare();
    }

    @Override
    public Reply ask(Prompt prompt) {
        return ask(prompt, choice -> {});
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<Reply.Choice> soFar) {
        long began = System.nanoTime();
        try {
            return switch (budget.reserve(prompt.asker(), most(prompt))) {
                case Leave.Refused(var sentence) -> failed(Failure.OVER_BUDGET, sentence, began);
                case Leave.Granted(var question) -> settled(question, prompt, claude.ask(prompt, soFar));
            };
        } catch (RuntimeException uncounted) {
            LOG.warn("Claude was not asked, as its budget could not be looked up", uncounted);
            return failed(Failure.BROKEN, "The budget could not be looked up", began);
        }
    }

    private static Reply failed(Failure failure, String detail, long began) {
        return new Reply.Failed(failure, detail, null, null, Duration.ofNanos(System.nanoTime() - began));
    }

    private Cost most(Prompt prompt) {
        int bytes = Stream.of(
                        prompt.tools().stream().map(tool -> tool.name() + tool.description() + tool.schema()),
                        prompt.system().stream().map(Prompt.SystemPart::text),
                        prompt.turns().stream().map(Prompt.Turn::text))
                .flatMap(texts -> texts)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        // To be kept in the cache is the dearest that can happen to what is read.
        var usage = new Usage(0, prompt.maxTokens(), OVERHEAD + bytes / BYTES_PER_TOKEN, 0);
        return Cost.of(usage, settings, model(prompt));
    }

    private Reply settled(UUID question, Prompt prompt, Reply reply) {
        try {
            switch (reply) {
                case Reply.Answered(var text, var choice, var spent) ->
                    budget.settle(question, Cost.of(spent.usage(), settings, model(prompt)));
                case Reply.Failed failed -> {
                    if (!mayHaveBeenRead(failed.failure())) {
                        budget.release(question);
                    }
                }
            }
        } catch (RuntimeException unsettled) {
            LOG.warn("What Claude cost could not be written down; it counts at its highest price", unsettled);
        }
        return reply;
    }

    private String model(Prompt prompt) {
        return Objects.requireNonNullElse(prompt.model(), settings.model());
    }

    /** And is to be paid then. Whoever was interrupted leaves it at that: a database answers no interrupted thread. */
    private static boolean mayHaveBeenRead(Failure failure) {
        return switch (failure) {
            case CANCELLED, TIMEOUT, BROKEN_STREAM, DECLINED, NONSENSE -> true;
            case ABSENT,
                    RESTING,
                    OVER_BUDGET,
                    UNREACHABLE,
                    OVERLOADED,
                    RATE_LIMITED,
                    SPEND_LIMIT,
                    NOT_ALLOWED,
                    REFUSED,
                    BROKEN -> false;
        };
    }

    @Override
    public void close() throws Exception {
        if (claude instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
