package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.ledger.Ledger;
import io.cloudpbx.sandbox.message.TextStore.Changed;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The text exchange: takes texts and answers for what becomes of them. Every change is on disk before anybody hears of
 * it, and after a restart every text goes on.
 */
public final class Texting implements AutoCloseable {
    private final CarrierState state;
    private final SandboxClock clock;
    private final Desk desk;
    private final Acceptance acceptance;
    private final Conversations conversations;
    private final Courier courier;
    private final Debugger debugger;
    private final MediaFetcher fetcher;
    private final Supplier<String> publicUrl;
    private volatile boolean closed;

    /** @param publicUrl where clients reach the API, without a slash at the end */
    public Texting(
            CarrierState state,
            SandboxClock clock,
            WebhookClient webhooks,
            Debugger debugger,
            Ledger ledger,
            Supplier<String> publicUrl) {
        this.state = state;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.debugger = debugger;
        this.fetcher = new MediaFetcher(state);
        this.desk = new Desk(state, ledger);
        clock.notBefore(desk.store().lastChanged());
        this.acceptance = new Acceptance(state, desk);
        this.conversations = new Conversations(state, clock, webhooks, debugger, new Replies());
        this.courier = new Courier(state, desk, clock, webhooks, new Inbox(state, desk), new Errands());
    }

    /** Goes on with what was on its way before a restart. */
    public void start() {
        courier.start();
    }

    public TextStore store() {
        return desk.store();
    }

    public HandsetTexts handsets() {
        return desk.handsets();
    }

    public Senders senders() {
        return desk.senders();
    }

    public OptOuts optOuts() {
        return desk.optOuts();
    }

    public Quotas quotas() {
        return desk.quotas();
    }

    /**
     * Takes a text; it is on disk when this returns.
     *
     * @throws TextRefused with Twilio's code
     */
    public Text send(Account account, TextOrder order) {
        Text text = acceptance.take(account, order, clock.instant());
        long ticket = desk.store().add(text);
        String from = text.route().from();
        if (from != null && state.number(from).isEmpty()) {
            ticket = desk.handsets().show(outgoing(text, from));
        }
        desk.store().awaitDurable(ticket);
        courier.await(text);
        return text;
    }

    private static HandsetText outgoing(Text text, String from) {
        return new HandsetText(
                text.sid(),
                from,
                text.created(),
                false,
                from,
                text.route().to(),
                text.content().body(),
                text.content().attachments(),
                text.content().segments(),
                HandsetText.Origin.HANDSET);
    }

    private final class Errands implements Courier.Errands {
        @Override
        public void ask(Text text) {
            conversations.ask(text, () -> {
                // A restart asks again where the carrier's own end has cut the question short.
                if (!closed) {
                    desk.store()
                            .change(
                                    text.sid(),
                                    current -> current.with(current.progress().awaiting(null)));
                }
            });
        }

        @Override
        public void fetch(Text text, Consumer<MediaFetcher.Result> then) {
            SandboxClock.Lasting busy = clock.inFlight();
            Thread.ofVirtual().name("media").start(() -> {
                try (busy;
                        SandboxClock.RealPace pace = clock.realPace()) {
                    MediaFetcher.Result result = fetcher.fetch(text.content().attachments());
                    if (!closed) {
                        report(text, result);
                        then.accept(result);
                    }
                }
            });
        }

        private void report(Text text, MediaFetcher.Result result) {
            if (result instanceof MediaFetcher.Result.Failed failed) {
                debugger.report(
                        text.route().accountSid(), text.sid(), failed.code(), Debugger.Level.ERROR, failed.reason());
            }
        }
    }

    private final class Replies implements Conversations.Outgoing {
        @Override
        public Text send(Account account, TextOrder order) {
            return Texting.this.send(account, order);
        }

        @Override
        public String mediaUrl(Text text) {
            return publicUrl.get() + "/2010-04-01/Accounts/" + text.route().accountSid() + "/Messages/" + text.sid()
                    + "/Media/";
        }

        @Override
        public Optional<String> optOutType(Text text) {
            return desk.optOuts().type(text.route().to(), text.content().body());
        }
    }

    /**
     * Blanks what a text says, once nobody needs it any more.
     *
     * @throws TextRefused while it is on its way (20009)
     */
    public Text redact(Text text) {
        return changed(text, current -> {
            requireComplete(current, "redacted");
            return current.with(current.content().redacted());
        });
    }

    /**
     * Stops a text that has not left yet ({@code twilio.md} section 13).
     *
     * @throws TextRefused when it is on its way already, or at its end
     */
    public Text cancel(Text text) {
        Text canceled = changed(text, current -> {
            return switch (current.status()) {
                case SCHEDULED, ACCEPTED, QUEUED -> Journey.canceled(current, clock.instant());
                case SENDING, SENT, DELIVERED, UNDELIVERED, FAILED, CANCELED, RECEIVING, RECEIVED ->
                    throw new TextRefused(20001, "Message " + current.sid() + " has left and cannot be canceled");
            };
        });
        courier.tell(canceled);
        return canceled;
    }

    private Text changed(Text text, UnaryOperator<Text> change) {
        Optional<Changed> changed = desk.store().change(text.sid(), change);
        changed.ifPresent(done -> desk.store().awaitDurable(done.ticket()));
        return changed.map(Changed::text).orElse(text);
    }

    /**
     * Forgets a text.
     *
     * @throws TextRefused while it is on its way (20009)
     */
    public void delete(Text text) {
        requireComplete(text, "deleted");
        text.content().attachments().forEach(attachment -> state.deleteAttachment(attachment.sid()));
        desk.store().delete(text.sid());
    }

    /**
     * Forgets one of the things that are attached to a text.
     *
     * @throws TextRefused while it is on its way (20009)
     */
    public void deleteMedia(Text text, String mediaSid) {
        changed(text, current -> {
            requireComplete(current, "changed");
            return current.with(current.content().without(mediaSid));
        });
        state.deleteAttachment(mediaSid);
    }

    private static void requireComplete(Text text, String done) {
        if (text.underWay()) {
            throw new TextRefused(
                    409, 20009, "Message %s cannot be %s before it is complete".formatted(text.sid(), done));
        }
    }

    @Override
    public void close() {
        closed = true;
        courier.close();
        conversations.close();
        fetcher.close();
    }
}
