package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.message.Journey.Fate;
import io.cloudpbx.sandbox.message.Journey.Receipt;
import io.cloudpbx.sandbox.message.Text.Progress;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.message.Text.Step;
import io.cloudpbx.sandbox.message.Text.Step.Kind;
import io.cloudpbx.sandbox.message.TextStore.Changed;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text exchange: takes texts, moves them on when their time comes, and tells who wants to know. What happens is
 * decided by {@link Journey}; every change is on disk before anybody hears of it, and after a restart every text goes on.
 */
public final class Texting implements AutoCloseable {
    private static final int TEXTS_KEPT = 250_000;

    private final CarrierState state;
    private final SandboxClock clock;
    private final WebhookClient webhooks;
    private final TextStore store;
    private final HandsetTexts handsets;
    private final Senders senders;
    private final Pace pace = new Pace();
    private final DueTexts due;

    public Texting(CarrierState state, SandboxClock clock, WebhookClient webhooks) {
        this.state = state;
        this.clock = clock;
        this.webhooks = webhooks;
        this.store = new TextStore(state, TEXTS_KEPT);
        this.handsets = new HandsetTexts(state, TEXTS_KEPT);
        this.senders = new Senders(state);
        this.due = new DueTexts(clock, this::moveOn);
    }

    /** Goes on with what was on its way before a restart. */
    public void start() {
        store.oldestFirst().filter(Text::underWay).forEach(this::resume);
        due.start();
    }

    private void resume(Text text) {
        Step next = text.progress().next();
        if (next == null) {
            return;
        }
        String from = text.route().from();
        if (next.kind() == Kind.DISPATCH && from != null) {
            String queue = Sender.queue(from, text.route().to());
            pace.restore(
                    queue,
                    text.content().segments(),
                    senders.limits(from, text.route().to()),
                    next.at());
        }
        due.add(text.sid(), next.at());
    }

    public TextStore store() {
        return store;
    }

    public HandsetTexts handsets() {
        return handsets;
    }

    public Senders senders() {
        return senders;
    }

    /**
     * Takes a text; it is on disk when this returns.
     *
     * @throws TextRefused with Twilio's code
     */
    public Text send(Account account, TextOrder order) {
        Instant now = clock.instant();
        String body = order.smartEncoded() ? SmartEncoding.apply(order.body()) : order.body();
        int segments = Segments.of(body).count();
        Text.Content content = new Text.Content(body, segments, List.of());
        Text.Route route = new Text.Route(account.sid(), null, order.from(), order.to(), order.direction());
        Instant expires = now.plus(order.validity() == null ? TextOrder.LONGEST_VALIDITY : order.validity());
        if (handsets.receptionOf(order.to()) instanceof Reception.Landline landline && landline.refused()) {
            throw new TextRefused(21614, "'To' number is not a valid mobile number: " + order.to());
        }
        if (Inventory.isTollFree(String.valueOf(order.from())) && !order.to().startsWith("+1")) {
            throw new TextRefused(
                    21612, "The 'To' phone number " + order.to() + " cannot be reached from toll-free numbers");
        }
        Step next = Journey.queued(slot(route, segments, now, expires), expires);
        Text text = new Text(
                Sids.next("SM"),
                route,
                content,
                Progress.start(Status.QUEUED, now, next),
                order.callback(),
                now,
                expires);
        store.awaitDurable(store.add(text));
        due.add(text.sid(), next.at());
        return text;
    }

    private Pace.Slot slot(Text.Route route, int segments, Instant now, Instant expires) {
        String from = String.valueOf(route.from());
        if (state.number(from).isEmpty()) {
            // A person's phone knows no queue.
            return new Pace.Slot.Leaves(now);
        }
        Pace.Slot slot =
                pace.reserve(Sender.queue(from, route.to()), segments, senders.limits(from, route.to()), now, expires);
        if (slot instanceof Pace.Slot.Full) {
            throw new TextRefused(21611, "This 'From' number has exceeded the maximum number of queued messages");
        }
        return slot;
    }

    private void moveOn(List<DueTexts.Due> batch) {
        List<Runnable> consequences = new ArrayList<>();
        long ticket = 0;
        for (DueTexts.Due one : batch) {
            Optional<Text> text = store.find(one.sid());
            Step step = text.map(found -> found.progress().next()).orElse(null);
            if (text.isPresent() && step != null && step.at().equals(one.at())) {
                ticket = Math.max(ticket, take(text.get(), step, consequences));
            }
        }
        store.awaitDurable(ticket);
        consequences.forEach(Runnable::run);
    }

    /** Takes one step; returns the ticket to be awaited before its consequences. */
    private long take(Text text, Step step, List<Runnable> consequences) {
        long before = step.kind() == Kind.ARRIVE ? reach(text, step.at()) : 0;
        Optional<Changed> changed = store.change(
                text.sid(), current -> step.equals(current.progress().next()) ? next(current, step) : current);
        if (changed.isEmpty()) {
            return before;
        }
        Text now = changed.get().text();
        consequences.add(() -> goOn(now, text.status()));
        return changed.get().ticket();
    }

    private Text next(Text text, Step step) {
        Instant at = step.at();
        return switch (step.kind()) {
            case RELEASE -> Journey.released(text, at);
            case PICK -> Journey.picked(text, at, new Journey.Pick.Nobody(21703));
            case DISPATCH -> Journey.dispatched(text, at, fate(text));
            case EXPIRE -> Journey.expired(text, at);
            case ARRIVE -> Journey.arrived(text, at, receipt(text));
            case RECEIPT -> Journey.receipt(text, step, at);
            case FETCH, HOOK -> text.with(text.progress().awaiting(null));
        };
    }

    private Fate fate(Text text) {
        Reception reception = handsets.receptionOf(text.route().to());
        return switch (reception) {
            case Reception.Deliver deliver -> new Fate.Arrives(deliver.after());
            case Reception.NoReceipt silent -> new Fate.Arrives(silent.after());
            case Reception.Unreachable off -> new Fate.Fails(30003, off.after());
            case Reception.Blocked blocked -> new Fate.Fails(30004, blocked.after());
            case Reception.Unknown unknown -> new Fate.Fails(30005, unknown.after());
            case Reception.Landline landline -> new Fate.Fails(30006, landline.after());
            case Reception.Filtered filtered -> new Fate.Fails(30007, filtered.after());
        };
    }

    private Receipt receipt(Text text) {
        return switch (handsets.receptionOf(text.route().to())) {
            case Reception.NoReceipt silent -> new Receipt.Never();
            case Reception.Deliver deliver -> new Receipt.Comes(deliver.receiptAfter());
            case Reception.Unreachable off -> new Receipt.Comes(Duration.ZERO);
            case Reception.Blocked blocked -> new Receipt.Comes(Duration.ZERO);
            case Reception.Unknown unknown -> new Receipt.Comes(Duration.ZERO);
            case Reception.Landline landline -> new Receipt.Comes(Duration.ZERO);
            case Reception.Filtered filtered -> new Receipt.Comes(Duration.ZERO);
        };
    }

    /** The text is at its receiver: on a screen, or at another customer. */
    private long reach(Text text, Instant at) {
        return handsets.show(new HandsetText(
                text.sid(),
                text.route().to(),
                at,
                true,
                String.valueOf(text.route().from()),
                text.route().to(),
                text.content().body(),
                text.content().attachments(),
                text.content().segments(),
                HandsetText.Origin.CUSTOMER));
    }

    private void goOn(Text text, Status before) {
        Step next = text.progress().next();
        if (next != null) {
            due.add(text.sid(), next.at());
        }
        if (text.status() != before) {
            tell(text);
        }
    }

    private void tell(Text text) {
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

    /** Blanks what a text says, once nobody needs it any more. */
    public Text redact(Text text) {
        return changed(text, current -> {
            requireComplete(current, "redacted");
            return current.with(current.content().redacted());
        });
    }

    /** Stops a scheduled text; others are on their way already. */
    public Text cancel(Text text) {
        Text canceled = changed(text, current -> {
            if (current.status() != Status.SCHEDULED) {
                throw new TextRefused(20001, "Message " + current.sid() + " is not scheduled and cannot be canceled");
            }
            return Journey.canceled(current, clock.instant());
        });
        tell(canceled);
        return canceled;
    }

    private Text changed(Text text, UnaryOperator<Text> change) {
        Optional<Changed> changed = store.change(text.sid(), change);
        changed.ifPresent(done -> store.awaitDurable(done.ticket()));
        return changed.map(Changed::text).orElse(text);
    }

    private static void requireComplete(Text text, String done) {
        if (text.underWay()) {
            throw new TextRefused(
                    409, 20009, "Message %s cannot be %s before it is complete".formatted(text.sid(), done));
        }
    }

    /** Forgets a text that has come to its end. */
    public void delete(Text text) {
        requireComplete(text, "deleted");
        store.delete(text.sid());
    }

    @Override
    public void close() {
        due.close();
    }
}
