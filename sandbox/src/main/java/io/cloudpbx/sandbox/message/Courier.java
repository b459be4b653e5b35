package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.message.Journey.Fate;
import io.cloudpbx.sandbox.message.Journey.Receipt;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.message.Text.Step;
import io.cloudpbx.sandbox.message.Text.Step.Kind;
import io.cloudpbx.sandbox.message.TextStore.Changed;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.TollFree;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Moves texts on when their time comes: {@link Journey} decides, the change goes to disk, then the ledger, the next step
 * and the customer hear of it. A batch of texts shares one waiting for the disk.
 */
final class Courier implements AutoCloseable {
    private static final Duration REFUSED_AFTER = Duration.ofMillis(800);

    private final CarrierState state;
    private final Desk desk;
    private final WebhookClient webhooks;
    private final Inbox inbox;
    private final Errands errands;
    private final SandboxClock clock;
    private final DueTexts due;

    /** What takes real time; none of it is waited for. */
    interface Errands {
        /** Asks the customer about an inbound text. */
        void ask(Text text);

        /** Fetches what is attached to a text. */
        void fetch(Text text, Consumer<MediaFetcher.Result> then);
    }

    Courier(CarrierState state, Desk desk, SandboxClock clock, WebhookClient webhooks, Inbox inbox, Errands errands) {
        this.state = state;
        this.desk = desk;
        this.webhooks = webhooks;
        this.inbox = inbox;
        this.errands = errands;
        this.clock = clock;
        this.due = new DueTexts(clock, this::moveOn);
    }

    /** Goes on with what was on its way before a restart. */
    void start() {
        desk.store().oldestFirst().forEach(this::resume);
        due.start();
    }

    private void resume(Text text) {
        Step next = text.progress().next();
        String from = text.route().from();
        if (next != null
                && next.kind() == Kind.DISPATCH
                && from != null
                && state.number(from).isPresent()) {
            desk.restore(from, text.route().to(), text.content().segments(), next.at());
        }
        await(text);
    }

    /** To be called when the text is on disk. */
    void await(Text text) {
        Step next = text.progress().next();
        if (next != null) {
            due.add(text.sid(), next.at());
        }
    }

    /** What follows from a batch, once it is on disk. */
    static final class Consequences {
        private final List<Fact> facts = new ArrayList<>();
        private final List<Runnable> actions = new ArrayList<>();
        private long ticket;

        void fact(Fact fact) {
            facts.add(fact);
        }

        void action(Runnable action) {
            actions.add(action);
        }

        void after(long noted) {
            ticket = Math.max(ticket, noted);
        }
    }

    private void moveOn(List<DueTexts.Due> batch) {
        Consequences consequences = new Consequences();
        for (DueTexts.Due one : batch) {
            desk.store().find(one.sid()).ifPresent(text -> {
                Step step = text.progress().next();
                if (step != null && step.at().equals(one.at())) {
                    take(text, step, consequences);
                }
            });
        }
        desk.store().awaitDurable(consequences.ticket);
        desk.ledger().appendAll(consequences.facts);
        desk.tellOfHaste(batch.getLast().at());
        consequences.actions.forEach(Runnable::run);
    }

    private void take(Text text, Step step, Consequences consequences) {
        switch (step.kind()) {
            case HOOK -> consequences.action(() -> errands.ask(text));
            case FETCH -> consequences.action(() -> errands.fetch(text, result -> fetched(text, result)));
            case ARRIVE -> {
                inbox.reach(text, step.at(), consequences, this::await);
                change(text, step, consequences);
            }
            case RELEASE, PICK, DISPATCH, EXPIRE, RECEIPT -> change(text, step, consequences);
        }
    }

    private void change(Text text, Step step, Consequences consequences) {
        Optional<Changed> changed = desk.store()
                .change(text.sid(), current -> step.equals(current.progress().next()) ? next(current, step) : current);
        changed.ifPresent(done -> {
            consequences.after(done.ticket());
            consequences.action(() -> goOn(done.text(), text.status()));
        });
    }

    /** The text goes on with what was fetched, now. */
    private void fetched(Text text, MediaFetcher.Result result) {
        Instant now = clock.instant();
        desk.store()
                .change(
                        text.sid(),
                        current -> current.status() == Status.SENDING ? with(current, result, now) : current)
                .ifPresent(done -> {
                    desk.store().awaitDurable(done.ticket());
                    goOn(done.text(), text.status());
                });
    }

    private Text with(Text text, MediaFetcher.Result result, Instant now) {
        return switch (result) {
            case MediaFetcher.Result.Failed failed -> Journey.failed(text, now, failed.code());
            case MediaFetcher.Result.Fetched fetched -> {
                Text whole = text.with(text.content().with(fetched.attachments()));
                Fate fate = fetched.tooLarge() ? new Fate.Fails(30019, REFUSED_AFTER) : fate(whole, now);
                yield Journey.dispatched(whole, now, fate);
            }
        };
    }

    private Text next(Text text, Step step) {
        Instant at = step.at();
        return switch (step.kind()) {
            case RELEASE -> Journey.released(text, at);
            case PICK -> Journey.picked(text, at, pick(text, at));
            case DISPATCH ->
                text.content().attachments().isEmpty()
                        ? Journey.dispatched(text, at, fate(text, at))
                        : Journey.fetching(text, at);
            case EXPIRE -> Journey.expired(text, at);
            case ARRIVE -> Journey.arrived(text, at, receipt(text));
            case RECEIPT -> Journey.receipt(text, step, at);
            case FETCH, HOOK -> throw new IllegalArgumentException("Takes real time: " + step);
        };
    }

    private Journey.Pick pick(Text text, Instant at) {
        String to = text.route().to();
        Optional<MessagingService> service =
                Optional.ofNullable(text.route().serviceSid()).flatMap(state.messagingServices()::find);
        Optional<String> sender = Optional.ofNullable(text.route().from())
                .or(() -> service.flatMap(one -> pool(one, text).choose(to, number -> desk.nextFree(number, to, at))));
        if (service.isEmpty() || sender.isEmpty()) {
            return new Journey.Pick.Nobody(21703);
        }
        int segments = text.content().segments();
        return new Journey.Pick.Sender(sender.get(), desk.reserve(sender.get(), to, segments, at, text.expiresAt()));
    }

    private Pool pool(MessagingService service, Text text) {
        String to = text.route().to();
        List<String> able = state.messagingServices().pool(service.sid()).stream()
                .map(IncomingNumber::phoneNumber)
                .filter(number -> !(TollFree.is(number) && Sender.isAbroad(to)))
                .filter(number -> !(TollFree.is(number) && desk.optOuts().blocked(number, to)))
                .toList();
        String sticky = service.options().stickySender()
                ? desk.store().lastSender(text.route().accountSid(), service.sid(), to)
                : null;
        return new Pool(able, sticky, service.options().areaCodeGeomatch());
    }

    /** What the network will do with a text that leaves now. */
    private Fate fate(Text text, Instant now) {
        String from = String.valueOf(text.route().from());
        String to = text.route().to();
        var refusal = state.senderRegistrations().of(from).refusal();
        if (refusal.isPresent() && state.number(from).isPresent() && !Sender.isAbroad(to)) {
            return new Fate.Fails(refusal.getAsInt(), REFUSED_AFTER);
        }
        OptionalInt capped = desk.caps().take(text, now);
        return capped.isPresent()
                ? new Fate.Fails(capped.getAsInt(), REFUSED_AFTER)
                : fate(text, desk.handsets().receptionOf(to));
    }

    private static Fate fate(Text text, Reception reception) {
        return switch (reception) {
            case Reception.Deliver deliver -> new Fate.Arrives(deliver.after());
            case Reception.NoReceipt silent -> new Fate.Arrives(silent.after());
            case Reception.NoMedia words when text.content().attachments().isEmpty() -> new Fate.Arrives(words.after());
            case Reception.NoMedia words -> new Fate.Fails(30011, words.after());
            case Reception.Fails fails when fails.neverLeaves() -> new Fate.HeldBack(fails.errorCode());
            case Reception.Undelivered undelivered -> new Fate.Fails(undelivered.errorCode(), undelivered.after());
        };
    }

    /** A handset that has been taught otherwise meanwhile has this text all the same. */
    private Receipt receipt(Text text) {
        return switch (desk.handsets().receptionOf(text.route().to())) {
            case Reception.NoReceipt silent -> new Receipt.Never();
            case Reception.Deliver deliver -> new Receipt.Comes(deliver.receiptAfter());
            case Reception.NoMedia words -> new Receipt.Comes(Duration.ZERO);
            case Reception.Undelivered undelivered -> new Receipt.Comes(Duration.ZERO);
        };
    }

    private void goOn(Text text, Status before) {
        await(text);
        if (text.status() != before) {
            tell(text);
        }
    }

    /** The status callback ({@code twilio.md} 3.2). */
    void tell(Text text) {
        Text.Callback callback = text.callback();
        if (callback != null) {
            webhooks.notify(
                    state.account(text.route().accountSid()),
                    callback.url(),
                    callback.method(),
                    TextParameters.status(text),
                    text.sid());
        }
    }

    @Override
    public void close() {
        due.close();
    }
}
