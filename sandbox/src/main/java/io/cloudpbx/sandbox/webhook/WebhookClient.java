package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import io.cloudpbx.sandbox.webhook.Debugger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks customers' servers as {@code twilio.md} sections 1, 4, 5 and 6 say. Unlike Twilio it also asks loopback and
 * private addresses: that is where a sandbox's customers live.
 */
public final class WebhookClient implements AutoCloseable {
    private static final int REDIRECTS_MAX = 10;
    private static final String ONE_LINE = "";
    private static final Duration CONNECT_GRACE = Duration.ofMillis(50);

    private final SandboxClock clock;
    private final Debugger debugger;
    private final Duration budget;
    private final WebhookLog log = new WebhookLog();
    private final HttpSender sender = new HttpSender();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<?>> lastNotice = new ConcurrentHashMap<>();

    /** @param budget what one webhook may take in all; 15 s at Twilio */
    public WebhookClient(SandboxClock clock, Debugger debugger, Duration budget) {
        this.clock = clock;
        this.debugger = debugger;
        this.budget = budget;
    }

    /** One webhook: who signs it, what it says and about what. */
    private record Message(Account signer, Map<String, String> parameters, String resourceSid) {}

    public WebhookLog log() {
        return log;
    }

    /**
     * Asks for a document and waits for it: retries, redirects, then the fallback. URLs are absolute; parameters are
     * sent in the order of the map. Carrier time runs at real pace meanwhile. Failures are in the debugger when this
     * returns.
     */
    public WebhookReply fetch(
            Account signer, WebhookTarget target, Map<String, String> parameters, String resourceSid) {
        Message message = new Message(signer, parameters, resourceSid);
        try (SandboxClock.RealPace pace = clock.realPace();
                SandboxClock.Lasting asking = clock.inFlight()) {
            awaitNoticesBefore();
            WebhookReply reply = usable(ask(message, target.url(), target.method()), message);
            if (reply instanceof WebhookReply.Failed failed && target.fallbackUrl() != null) {
                return fallback(message, target, target.fallbackUrl(), failed);
            }
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WebhookReply.Failed(11200, "The call went on without waiting for the reply");
        }
    }

    /** Tells without waiting, in order per resource; what comes back is ignored, failures are in the debugger. */
    public void notify(Account signer, String url, String method, Map<String, String> parameters, String resourceSid) {
        Message message =
                new Message(signer, Collections.unmodifiableMap(new LinkedHashMap<>(parameters)), resourceSid);
        SandboxClock.Lasting telling = clock.inFlight();
        String line = line(resourceSid);
        CompletableFuture<?> notice = lastNotice.compute(line, (sid, before) -> {
            CompletableFuture<?> ready = before == null ? CompletableFuture.completedFuture(null) : before;
            return ready.handle((done, failed) -> null).thenRunAsync(() -> tell(message, url, method), threads);
        });
        notice.whenComplete((done, failed) -> {
            lastNotice.remove(line, notice);
            telling.close();
        });
    }

    /** While the clock stands all requests are sent one after the other, so that their order is always the same. */
    private String line(String resourceSid) {
        return clock.isStepped() ? ONE_LINE : resourceSid;
    }

    private void awaitNoticesBefore() throws InterruptedException {
        CompletableFuture<?> last = lastNotice.get(ONE_LINE);
        if (last != null) {
            CountDownLatch told = new CountDownLatch(1);
            last.whenComplete((done, failed) -> told.countDown());
            told.await();
        }
    }

    private void tell(Message message, String url, String method) {
        try {
            WebhookReply reply = ask(message, url, method);
            if (reply instanceof WebhookReply.Failed failed) {
                report(message, failed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookReply fallback(Message failedMessage, WebhookTarget target, String url, WebhookReply.Failed failed)
            throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(failedMessage.parameters());
        parameters.put("ErrorCode", String.valueOf(failed.errorCode()));
        parameters.put("ErrorUrl", WebhookSignature.withoutFragment(target.url()));
        Message message = new Message(failedMessage.signer(), parameters, failedMessage.resourceSid());
        return usable(ask(message, url, target.fallbackMethod()), message);
    }

    /** Applies the rules about documents (sections 1 and 6) and reports what breaks them. */
    private WebhookReply usable(WebhookReply reply, Message message) {
        WebhookReply result = reply;
        if (reply instanceof WebhookReply.Answered answered && answered.body().length > 0) {
            String type = answered.contentType()
                    .toLowerCase(Locale.ROOT)
                    .split(";", 2)[0]
                    .strip();
            if (answered.body().length > HttpSender.limit(type)) {
                result = new WebhookReply.Failed(11750, "The reply is longer than 64 kB");
            } else if (!isDocument(type)) {
                result = new WebhookReply.Failed(12300, "Content type \"" + type + "\" is not TwiML, text or audio");
            }
        }
        if (result instanceof WebhookReply.Failed failed) {
            report(message, failed);
        }
        return result;
    }

    private static boolean isDocument(String type) {
        return switch (type) {
            case "text/xml", "application/xml", "text/html", "text/plain" -> true;
            default -> type.startsWith("audio/");
        };
    }

    private void report(Message message, WebhookReply.Failed failed) {
        debugger.report(
                message.signer().sid(), message.resourceSid(), failed.errorCode(), Level.ERROR, failed.reason());
    }

    private WebhookReply ask(Message message, String url, String method) throws InterruptedException {
        ConnectionSettings settings = ConnectionSettings.of(url, budget);
        WebhookRequest request = WebhookRequest.of(method, url, message.parameters());
        Try first = new Try(
                settings,
                UUID.randomUUID().toString(),
                System.nanoTime() + settings.total().toNanos());
        WebhookReply reply = first.follow(message, request);
        for (int retry = 0; retry < settings.retries() && first.mayRepeat(); retry++) {
            reply = first.follow(message, request);
        }
        return reply;
    }

    /** The tries of one webhook: they share a time budget and an idempotency token. */
    private final class Try {
        private final ConnectionSettings settings;
        private final String idempotencyToken;
        private final long deadline;
        private @Nullable Trouble trouble;

        Try(ConnectionSettings settings, String idempotencyToken, long deadline) {
            this.settings = settings;
            this.idempotencyToken = idempotencyToken;
            this.deadline = deadline;
        }

        boolean mayRepeat() {
            return trouble != null && settings.retryOn().contains(trouble) && left().isPositive();
        }

        private Duration left() {
            return Duration.ofNanos(deadline - System.nanoTime());
        }

        WebhookReply follow(Message message, WebhookRequest first) throws InterruptedException {
            WebhookRequest request = first;
            for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
                Attempt attempt = send(message, request);
                if (!(attempt instanceof Attempt.Replied replied) || !replied.isRedirect()) {
                    return judge(request, attempt);
                }
                request = request.redirected(replied.status(), String.valueOf(replied.location()));
            }
            trouble = null;
            return new WebhookReply.Failed(11215, "More than " + REDIRECTS_MAX + " redirects");
        }

        private WebhookReply judge(WebhookRequest request, Attempt attempt) {
            return switch (attempt) {
                case Attempt.Replied ok
                when ok.isSuccess() -> {
                    trouble = null;
                    yield new WebhookReply.Answered(request.url(), ok.status(), ok.contentType(), ok.body());
                }
                case Attempt.Replied refused -> {
                    trouble = refused.status() >= 500 ? Trouble.SERVER_ERROR : Trouble.CLIENT_ERROR;
                    yield new WebhookReply.Failed(11200, "Got HTTP " + refused.status() + " from " + request.url());
                }
                case Attempt.Unanswered none -> {
                    trouble = none.trouble();
                    yield new WebhookReply.Failed(none.errorCode(), none.reason());
                }
            };
        }

        private Attempt send(Message message, WebhookRequest request) throws InterruptedException {
            Instant at = clock.instant();
            long began = System.nanoTime();
            Attempt attempt = sendSigned(message, request);
            log.add(exchange(message, request, attempt, at, Duration.ofNanos(System.nanoTime() - began)));
            return attempt;
        }

        private Attempt sendSigned(Message message, WebhookRequest request) throws InterruptedException {
            try {
                Duration left = left();
                // A little longer than connecting may take, so that the two are told apart.
                Duration reply = settings.read().plus(CONNECT_GRACE);
                return sender.send(
                        request.signed(message.signer().authToken(), idempotencyToken),
                        min(settings.connect(), settings.read()),
                        min(left, reply));
            } catch (IllegalArgumentException e) {
                return new Attempt.Unanswered(11100, "Invalid URL: " + e.getMessage(), null);
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static WebhookExchange exchange(
            Message message, WebhookRequest request, Attempt attempt, Instant at, Duration took) {
        int status = 0;
        String type = "";
        String body = "";
        Integer errorCode = null;
        switch (attempt) {
            case Attempt.Replied reply -> {
                status = reply.status();
                type = reply.contentType();
                body = type.startsWith("audio/") ? "" : new String(reply.body(), StandardCharsets.UTF_8);
                errorCode = reply.isSuccess() || reply.isRedirect() ? null : (Integer) 11200;
            }
            case Attempt.Unanswered none -> {
                errorCode = none.errorCode();
                body = none.reason();
            }
        }
        return new WebhookExchange(
                at,
                message.resourceSid(),
                request.method(),
                request.url(),
                message.parameters(),
                status,
                type,
                body,
                took,
                errorCode);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sender.close();
    }
}
