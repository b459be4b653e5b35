package io.cloudpbx.claude.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import com.anthropic.errors.AnthropicServiceException;
import io.cloudpbx.claude.ClaudeSettings;
import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question and its answer, on the calling thread. Streamed, so that a stalled or broken answer is noticed as such. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration LEAST = Duration.ofMillis(1);

    private final ClaudeSettings settings;
    private final FutureTask<AnthropicClient> client;
    /** Falls back to the cautious one for good when the API says that our table of models is wrong. */
    private volatile Shape shape;

    Asking(ClaudeSettings settings) {
        this.settings = settings;
        this.shape = Shape.of(settings.model());
        this.client = new FutureTask<>(() -> rehearsed(settings));
    }

    /** Whoever comes first does it; questions wait for it. */
    void prepare() {
        client.run();
    }

    boolean isPrepared() {
        return client.isDone();
    }

    private static AnthropicClient rehearsed(ClaudeSettings settings) {
        long began = System.nanoTime();
        var rehearsing = Library.rehearsing(settings);
        var question = Questions.of(Rehearsal.QUESTION, settings.model(), Shape.of(settings.model()));
        var options = RequestOptions.builder().build();
        var answer = Answers.read(
                new Exchange(rehearsing, question, options).message(new Progress(choice -> {})), Rehearsal.QUESTION);
        rehearsing.close();
        var client = Library.open(settings);
        LOG.debug(
                "Claude's library is ready after {} ms: {}",
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                answer.text());
        return client;
    }

    Reply ask(Question question, long began) {
        Prompt prompt = question.prompt();
        Shape first = prompt.model() == null ? shape : Shape.of(prompt.model());
        try {
            return once(question, first, began);
        } catch (AnthropicServiceException refusal) {
            if (first.equals(Shape.CAUTIOUS) || !Troubles.isAboutShape(refusal)) {
                return Troubles.name(refusal, false).asReply(began);
            }
            LOG.warn("{} does not take requests of this shape; asking it more plainly from now on", model(prompt));
            shape = prompt.model() == null ? Shape.CAUTIOUS : shape;
            return plainly(question, began);
        } catch (RuntimeException trouble) {
            return Troubles.name(trouble, false).asReply(began);
        }
    }

    private Reply plainly(Question question, long began) {
        try {
            return once(question, Shape.CAUTIOUS, began);
        } catch (RuntimeException trouble) {
            return Troubles.name(trouble, false).asReply(began);
        }
    }

    private Reply once(Question question, Shape shape, long began) {
        Prompt prompt = question.prompt();
        String model = model(prompt);
        var exchange = new Exchange(opened(), Questions.of(prompt, model, shape), within(prompt.deadline(), began));
        var answer = Answers.read(exchange.message(new Progress(question.soFar())), prompt);
        var spent = new Reply.Spent(
                answer.model(),
                answer.usage(),
                settings.cost(model, answer.usage()),
                Duration.ofNanos(System.nanoTime() - began),
                exchange.requestId());
        return new Reply.Answered(answer.text(), answer.choice(), spent);
    }

    private String model(Prompt prompt) {
        return Objects.requireNonNullElse(prompt.model(), settings.model());
    }

    private AnthropicClient opened() {
        try {
            return client.get();
        } catch (ExecutionException unusable) {
            throw new IllegalStateException("Claude's library does not work here", unusable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Stopped while the library was loaded");
        }
    }

    private static RequestOptions within(Duration deadline, long began) {
        Duration left = deadline.minusNanos(System.nanoTime() - began);
        Duration request = left.compareTo(LEAST) < 0 ? LEAST : left;
        Duration connect = request.compareTo(CONNECT_WITHIN) < 0 ? request : CONNECT_WITHIN;
        return RequestOptions.builder()
                .timeout(Timeout.builder().connect(connect).request(request).build())
                .followRedirects(false)
                .build();
    }

    void close() {
        if (client.state() == Future.State.SUCCESS) {
            client.resultNow().close();
        }
    }
}
