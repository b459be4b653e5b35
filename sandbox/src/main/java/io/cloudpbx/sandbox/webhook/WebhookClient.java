package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks customers' servers as {@code twilio.md} sections 1, 4, 5 and 6 say. Unlike Twilio it also asks loopback and
 * private addresses: that is where a sandbox's customers live.
 */
public final class WebhookClient implements AutoCloseable {
    private static final long HELD_MAX_MS = 60_000;

    private final SandboxClock clock;
    private final Debugger debugger;
    private final Faults faults;
    private final WebhookLog log = new WebhookLog();
    private final Asker asker;
    private final Notices notices;

    /** Without faults and with a ledger of its own. */
    public WebhookClient(SandboxClock clock, Debugger debugger, Duration budget) {
        this(clock, debugger, budget, new Faults(CarrierState.inMemory()), Ledger.inMemory(clock));
    }

    /** @param budget what one webhook may take in all; 15 s at Twilio */
    public WebhookClient(SandboxClock clock, Debugger debugger, Duration budget, Faults faults, Ledger ledger) {
        this.clock = clock;
        this.debugger = debugger;
        this.faults = faults;
        this.asker = new Asker(clock, budget, log, ledger);
        this.notices = new Notices(clock, faults, this::tell);
    }

    public Faults faults() {
        return faults;
    }

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
        Message message = Message.of(signer, parameters, resourceSid, true);
        try (SandboxClock.RealPace pace = clock.realPace();
                SandboxClock.Lasting asking = clock.inFlight()) {
            notices.awaitThoseBefore();
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
        notices.send(Message.of(signer, parameters, resourceSid, false), url, method);
    }

    private void tell(Notices.Notice notice) {
        try {
            WebhookReply reply = asker.ask(notice.message(), notice.url(), notice.method(), notice.idempotencyToken());
            if (reply instanceof WebhookReply.Failed failed && notice.message().about() != CallbackKind.DEBUGGER) {
                report(notice.message(), failed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on alerts are told to who wants to know; that one cannot be told is not an alert. */
    public void tellAlerts(DebuggerHooks hooks, Function<String, Account> accounts) {
        debugger.listen(alert -> hooks.of(alert.accountSid())
                .ifPresent(hook -> notify(
                        accounts.apply(alert.accountSid()),
                        hook.url(),
                        hook.method(),
                        DebuggerHooks.parameters(alert, cause(alert)),
                        alert.sid())));
    }

    private @Nullable WebhookExchange cause(Debugger.Alert alert) {
        return log.lastFailed(alert.resourceSid())
                .filter(exchange -> Objects.equals(exchange.errorCode(), alert.code()))
                .orElse(null);
    }

    private WebhookReply fallback(Message failedMessage, WebhookTarget target, String url, WebhookReply.Failed failed)
            throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(failedMessage.parameters());
        parameters.put("ErrorCode", String.valueOf(failed.errorCode()));
        parameters.put("ErrorUrl", WebhookSignature.withoutFragment(target.url()));
        Message message = failedMessage.with(parameters);
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

    /** A document is asked for with all that can go wrong; of doubled requests only the last answer counts. */
    private WebhookReply ask(Message message, String url, String method) throws InterruptedException {
        Message struck = message.struck(faults.decide(() -> message.site(method, url)));
        LockSupport.parkNanos(
                Duration.ofMillis(Math.min(HELD_MAX_MS, struck.delayMs())).toNanos());
        String idempotencyToken = UUID.randomUUID().toString();
        for (int copy = 0; copy < struck.copies(); copy++) {
            asker.ask(struck, url, method, idempotencyToken);
        }
        return asker.ask(struck, url, method, idempotencyToken);
    }

    @Override
    public void close() {
        notices.close();
        asker.close();
    }
}
