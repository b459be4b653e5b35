package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Claude;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.Failure;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks on a virtual thread of its own. Interrupting that one closes its connection at once, which holds for no other way of
 * cancelling the library offers ({@code ai-receptionist.md} section 1.4); so the deadline and the caller's own interruption
 * both end there, whatever kind of thread the caller is.
 */
final class AnthropicClaude implements Claude, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnthropicClaude.class);

    private final Asking asking;
    private final Breaker breaker;
    private final ExecutorService threads;

    AnthropicClaude(ClaudeSettings settings, Clock clock) {
        this.asking = new Asking(settings);
        this.breaker = new Breaker(clock);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("claude-", 0).factory());
    }

    /** Loads the library, on the calling thread. */
    void ready() {
        asking.prepare();
    }

    /** Loads it on a thread that no deadline ends, so that it is whole or not there. */
    @Override
    public void prepare() {
        if (!asking.isPrepared()) {
            threads.execute(this::ready);
        }
    }

    @Override
    public boolean isAvailable() {
        return breaker.isClosed();
    }

    @Override
    public Reply ask(Prompt prompt) {
        return ask(prompt, choice -> {});
    }

    @Override
    public Reply ask(Prompt prompt, Consumer<Reply.Choice> soFar) {
        if (!breaker.lets()) {
            return new NoAnswer(Failure.RESTING, "Too many questions were in vain").asReply(System.nanoTime());
        }
        long began = System.nanoTime();
        prepare();
        Reply reply =
                await(threads.submit(() -> asking.ask(new Question(prompt, soFar), began)), prompt.deadline(), began);
        note(reply);
        return reply;
    }

    private static Reply await(Future<Reply> answer, Duration deadline, long began) {
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new NoAnswer(Failure.TIMEOUT, "No answer within " + deadline).asReply(began);
        } catch (InterruptedException cancelled) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new NoAnswer(Failure.CANCELLED, "The answer is not wanted any more").asReply(began);
        } catch (ExecutionException trouble) {
            var why = trouble.getCause() instanceof RuntimeException known
                    ? Troubles.name(known, false)
                    : new NoAnswer(Failure.BROKEN, String.valueOf(trouble.getCause()));
            return why.asReply(began);
        }
    }

    private void note(Reply reply) {
        switch (reply) {
            case Reply.Answered answered -> breaker.noteAnswer();
            case Reply.Failed failed -> {
                breaker.note(failed.failure());
                report(failed);
            }
        }
    }

    private static void report(Reply.Failed failed) {
        // Whoever cancels knows; everything else an operator may want to know.
        LOG.atLevel(failed.failure() == Failure.CANCELLED ? Level.DEBUG : Level.WARN)
                .log(
                        "Claude gave no answer: {} after {} ms: {}, request {}",
                        failed.failure(),
                        failed.took().toMillis(),
                        failed.detail(),
                        failed.requestId());
    }

    /** Questions under way are given up. */
    @Override
    public void close() {
        threads.shutdownNow();
        asking.close();
    }
}
