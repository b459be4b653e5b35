package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends one webhook: its tries, its redirects, and what is kept of them ({@code twilio.md} sections 1 and 5). */
final class Asker implements AutoCloseable {
    private static final int REDIRECTS_MAX = 10;
    private static final Duration CONNECT_GRACE = Duration.ofMillis(50);

    private final Clock clock;
    private final Duration budget;
    private final ConnectionSettings usual;
    private final WebhookLog log;
    private final Ledger ledger;
    private final HttpSender sender = new HttpSender();
    private final CookieJar cookies;

    /** @param budget what one webhook may take in all */
    Asker(Clock clock, Duration budget, WebhookLog log, Ledger ledger) {
        this.clock = clock;
        this.budget = budget;
        this.usual = ConnectionSettings.of("", budget);
        this.log = log;
        this.ledger = ledger;
        this.cookies = new CookieJar(clock);
    }

    WebhookReply ask(Message message, String url, String method, String idempotencyToken) throws InterruptedException {
        ConnectionSettings settings = url.indexOf('#') < 0 ? usual : ConnectionSettings.of(url, budget);
        WebhookRequest request = WebhookRequest.of(method, url, message.parameters());
        Try first = new Try(
                message,
                settings,
                idempotencyToken,
                System.nanoTime() + settings.total().toNanos());
        WebhookReply reply = first.follow(request);
        for (int retry = 0; retry < settings.retries() && first.mayRepeat(); retry++) {
            reply = first.follow(request);
        }
        return reply;
    }

    /** The tries of one webhook: they share a time budget and an idempotency token. */
    private final class Try {
        private final Message message;
        private final ConnectionSettings settings;
        private final String idempotencyToken;
        private final long deadline;
        private @Nullable Trouble trouble;

        Try(Message message, ConnectionSettings settings, String idempotencyToken, long deadline) {
            this.message = message;
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

        WebhookReply follow(WebhookRequest first) throws InterruptedException {
            WebhookRequest request = first;
            for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
                Attempt attempt = authorised(request);
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

        /** Basic at first; a server that wants Digest says so with a 401. */
        private Attempt authorised(WebhookRequest request) throws InterruptedException {
            Attempt attempt = send(request, null);
            if (attempt instanceof Attempt.Replied refused && refused.status() == 401) {
                String answer = Digest.answer(request, refused.challenge());
                return answer == null ? attempt : send(request, answer);
            }
            return attempt;
        }

        private Attempt send(WebhookRequest request, @Nullable String authorization) throws InterruptedException {
            Instant at = clock.instant();
            long began = System.nanoTime();
            String signature = WebhookSignature.of(
                    message.signer().authToken(), request.url(), request.form(), message.signature());
            Attempt attempt = sendSigned(request, signature, authorization);
            Sent sent = new Sent(at, signature, Duration.ofNanos(System.nanoTime() - began));
            WebhookExchange exchange = exchange(message, request, sent, attempt);
            ledger.append(fact(message, exchange));
            log.add(exchange);
            return attempt;
        }

        private Attempt sendSigned(WebhookRequest request, String signature, @Nullable String authorization)
                throws InterruptedException {
            if (message.isOutage()) {
                return new Attempt.Unanswered(11205, "Nobody is there (a fault that was asked for)", Trouble.CONNECT);
            }
            if (message.isLost()) {
                return new Attempt.Unanswered(11200, "The request was lost (a fault that was asked for)", null);
            }
            try {
                Duration left = left();
                // A little longer than connecting may take, so that the two are told apart.
                Duration reply = settings.read().plus(CONNECT_GRACE);
                Attempt attempt = sender.send(
                        request.sealed(new WebhookRequest.Seal(
                                signature, idempotencyToken, cookies.header(message, request.url()), authorization)),
                        min(settings.connect(), settings.read()),
                        min(left, reply));
                if (attempt instanceof Attempt.Replied replied) {
                    cookies.keep(message, request.url(), replied.cookies());
                }
                return attempt;
            } catch (IllegalArgumentException e) {
                return new Attempt.Unanswered(11100, "Invalid URL: " + e.getMessage(), null);
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Fact.Callback fact(Message message, WebhookExchange exchange) {
        return new Fact.Callback(
                message.resourceSid(),
                message.about().text(),
                exchange.method(),
                exchange.url(),
                message.parameters(),
                exchange.status(),
                exchange.errorCode());
    }

    /** When a request was sent, how it was signed, and how long it took in all. */
    private record Sent(Instant at, String signature, Duration took) {}

    private static WebhookExchange exchange(Message message, WebhookRequest request, Sent sent, Attempt attempt) {
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
                sent.at(),
                message.resourceSid(),
                request.method(),
                request.url(),
                message.parameters(),
                sent.signature(),
                status,
                type,
                body,
                sent.took(),
                errorCode);
    }

    @Override
    public void close() {
        sender.close();
    }
}
