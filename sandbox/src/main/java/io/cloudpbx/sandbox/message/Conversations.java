package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.message.Text.Direction;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.MessagingParser;
import io.cloudpbx.sandbox.twiml.MessagingReading;
import io.cloudpbx.sandbox.twiml.MessagingVerb;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.Debugger.Level;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import io.cloudpbx.sandbox.webhook.WebhookReply;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a customer's server what to do about an inbound text, and does it ({@code twilio.md} 3.1, 5 and 9). */
final class Conversations implements AutoCloseable {
    /** Enough for a flood of texts, and few enough connections to one server. */
    private static final int AT_ONCE = 256;

    private static final int DOCUMENTS_MAX = 100;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final CarrierState state;
    private final SandboxClock clock;
    private final WebhookClient webhooks;
    private final Debugger debugger;
    private final Outgoing outgoing;
    private final ReplyLoops loops = new ReplyLoops();
    private volatile boolean closed;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    Conversations(
            CarrierState state, SandboxClock clock, WebhookClient webhooks, Debugger debugger, Outgoing outgoing) {
        this.state = state;
        this.clock = clock;
        this.webhooks = webhooks;
        this.debugger = debugger;
        this.outgoing = outgoing;
    }

    /** Sends what a document asks for. */
    interface Outgoing {
        /** @throws TextRefused with Twilio's code */
        Text send(Account account, TextOrder order);

        /** Where the account's media can be fetched, up to before their SID. */
        String mediaUrl(Text text);

        /** What Advanced Opt-Out has understood of a text. */
        Optional<String> optOutType(Text text);
    }

    /** Does not wait. @param done when the customer's server has had its say, whatever that was */
    void ask(Text text, Runnable done) {
        SandboxClock.Lasting busy = clock.inFlight();
        Thread.ofVirtual().name("inbound-text").start(() -> {
            try (busy) {
                atOnce.acquire();
                try {
                    target(text).ifPresent(target -> follow(text, target));
                } finally {
                    atOnce.release();
                }
                done.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // What the carrier's own end cuts short is taken up again by the next start.
                if (!closed) {
                    LOG.error("The customer could not be asked about {}", text.sid(), e);
                }
            }
        });
    }

    /** A number in a service uses its own URL only when the service says so ({@code twilio.md} section 12). */
    private Optional<WebhookTarget> target(Text text) {
        Optional<IncomingNumber.Hook> own = state.number(text.route().to()).map(state.applications()::smsOf);
        Optional<MessagingService> service =
                Optional.ofNullable(text.route().serviceSid()).flatMap(state.messagingServices()::find);
        Optional<IncomingNumber.Hook> hook = service.filter(
                        one -> !one.options().useInboundWebhookOnNumber())
                .map(MessagingService::inbound)
                .or(() -> service.isPresent() && !service.get().options().useInboundWebhookOnNumber()
                        ? Optional.empty()
                        : own);
        return hook.flatMap(WebhookTarget::of);
    }

    /** The document to be asked for next, and with what. */
    private record Next(WebhookTarget at, Map<String, String> parameters) {}

    private void follow(Text text, WebhookTarget first) {
        Account account = state.account(text.route().accountSid());
        Map<String, String> parameters = TextParameters.inbound(text, outgoing.mediaUrl(text));
        outgoing.optOutType(text).ifPresent(type -> parameters.put("OptOutType", type));
        WebhookTarget target = first;
        Map<String, String> said = parameters;
        for (int documents = 0; documents < DOCUMENTS_MAX; documents++) {
            WebhookReply reply = webhooks.fetch(account, target, said, text.sid());
            Next next = null;
            if (reply instanceof WebhookReply.Answered answered) {
                MessagingReading reading =
                        MessagingParser.parse(answered.body(), answered.contentType(), answered.url());
                next = switch (reading) {
                    case MessagingReading.Refused refused -> instead(text, new Next(target, said), answered, refused);
                    case MessagingReading.Understood document -> run(text, document, parameters, first);
                };
            }
            if (next == null) {
                return;
            }
            target = next.at();
            said = next.parameters();
        }
        report(text, 14106, Level.ERROR, "Document retrieval limit reached");
    }

    /** What a fetch failure does in the webhook client, an unreadable document does here: the fallback is asked. */
    private @Nullable Next instead(
            Text text, Next asked, WebhookReply.Answered unreadable, MessagingReading.Refused refused) {
        report(text, refused.code(), Level.ERROR, refused.reason());
        String url = asked.at().fallbackUrl();
        if (url == null || url.equals(unreadable.url())) {
            return null;
        }
        Map<String, String> said = new LinkedHashMap<>(asked.parameters());
        said.put("ErrorCode", String.valueOf(refused.code()));
        said.put("ErrorUrl", unreadable.url());
        return new Next(WebhookTarget.of(url, asked.at().fallbackMethod()), said);
    }

    private @Nullable Next run(
            Text text, MessagingReading.Understood document, Map<String, String> parameters, WebhookTarget first) {
        document.warnings().forEach(warning -> report(text, warning.code(), Level.WARNING, warning.message()));
        for (MessagingVerb verb : document.verbs()) {
            switch (verb) {
                case MessagingVerb.Redirect redirect -> {
                    return new Next(target(redirect.target(), first), parameters);
                }
                case MessagingVerb.Message message -> {
                    Optional<Text> sent = send(text, message);
                    if (sent.isPresent() && message.action() != null) {
                        return new Next(target(message.action(), first), about(sent.get(), parameters));
                    }
                }
            }
        }
        return null;
    }

    /** URLs inside a document share the number's fallback ({@code twilio.md} section 5). */
    private static WebhookTarget target(Callback callback, WebhookTarget first) {
        return new WebhookTarget(callback.url(), callback.method(), first.fallbackUrl(), first.fallbackMethod());
    }

    private static Map<String, String> about(Text sent, Map<String, String> parameters) {
        Map<String, String> said = new LinkedHashMap<>(parameters);
        said.put("MessageSid", sent.sid());
        said.put("MessageStatus", sent.status().text());
        said.put("SmsSid", sent.sid());
        said.put("SmsStatus", sent.status().text());
        return said;
    }

    private Optional<Text> send(Text text, MessagingVerb.Message message) {
        String from = message.from() == null ? text.route().to() : message.from();
        String to = message.to() == null ? String.valueOf(text.route().from()) : message.to();
        if (!E164.matcher(to).matches()) {
            return refuse(text, 14101, "'To' attribute is invalid: " + to);
        }
        if (!state.ownerOf(from).sid().equals(text.route().accountSid())) {
            return refuse(text, 14102, "'From' attribute is invalid: " + from);
        }
        if (message.body().codePointCount(0, message.body().length()) > TextOrder.BODY_MAX) {
            return refuse(text, 21617, "The message body exceeds the 1600 character limit");
        }
        if (!loops.mayReply(from, to, clock.instant())) {
            return refuse(text, 14107, "More than 15 replies in 30 seconds from " + from + " to " + to);
        }
        Callback callback = message.statusCallback();
        TextOrder order = new TextOrder(
                to,
                from,
                null,
                message.body(),
                message.media(),
                false,
                callback == null ? null : new Text.Callback(callback.url(), callback.method()),
                null,
                null,
                Direction.OUTBOUND_REPLY);
        try {
            return Optional.of(outgoing.send(state.account(text.route().accountSid()), order));
        } catch (TextRefused refused) {
            return refuse(text, refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private Optional<Text> refuse(Text text, int code, String reason) {
        report(text, code, Level.ERROR, reason);
        return Optional.empty();
    }

    private void report(Text text, int code, Level level, String reason) {
        debugger.report(text.route().accountSid(), text.sid(), code, level, reason);
    }

    @Override
    public void close() {
        closed = true;
    }
}
