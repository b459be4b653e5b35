package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.Sids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Legs that hear one another, on one time line, with one transcript. */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    /** For a whole chain of numbers that dial one another. */
    static final int FETCHES_MAX = 1000;

    private final Equipment equipment;
    private final Timeline timeline;
    private final Instant began;
    private final List<Leg> legs = new CopyOnWriteArrayList<>();
    private final List<Transcript.Entry> entries = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

    Conversation(Equipment equipment, Consumer<Conversation> whenOver) {
        this.equipment = equipment;
        this.timeline = new Timeline(equipment.clock(), () -> whenOver.accept(this));
        this.began = timeline.now();
    }

    Timeline timeline() {
        return timeline;
    }

    Equipment equipment() {
        return equipment;
    }

    List<Leg> legs() {
        return legs;
    }

    /** Counts a document that one of the legs asks for; false when all together have asked for too many. */
    boolean mayFetch() {
        return fetches.incrementAndGet() <= FETCHES_MAX;
    }

    /** What makes a leg. */
    record LegOrder(
            Account account,
            Call.Direction direction,
            String from,
            String to,
            @Nullable Leg parent,
            @Nullable IncomingNumber number) {}

    Leg leg(LegOrder order, Speaker speaker, Speaker listener) {
        Instant now = timeline.now();
        Leg parent = order.parent();
        IncomingNumber number = order.number();
        Call call = new Call(
                Sids.next("CA"),
                order.account().sid(),
                parent == null ? null : parent.call().sid(),
                order.from(),
                order.to(),
                number == null ? null : number.sid(),
                order.direction() == Call.Direction.INBOUND ? Call.Status.RINGING : Call.Status.QUEUED,
                order.direction(),
                null,
                null,
                now,
                now);
        Leg leg = new Leg(this, call, speaker, listener);
        legs.add(leg);
        equipment.state().save(call);
        return leg;
    }

    /** Starts what a leg does; ends with the leg, and the leg ends when it cannot be done. */
    void begin(Leg leg, Runnable process) {
        timeline.begin(() -> {
            try {
                process.run();
            } catch (LegEnded ended) {
                LOG.trace("{} has ended", leg.call().sid());
            } catch (RuntimeException e) {
                LOG.error("{} failed", leg.call().sid(), e);
                leg.hangUp(Call.Status.FAILED);
            }
        });
    }

    void tell(Speaker party, Leg leg, String event, String text) {
        Instant now = timeline.now();
        Transcript.Entry entry = new Transcript.Entry(
                now,
                Duration.between(began, now).toMillis(),
                party.text(),
                leg.call().sid(),
                event,
                text);
        synchronized (entries) {
            entries.add(entry);
        }
        listeners.forEach(listener -> listener.told(entry));
    }

    Transcript transcript(String callSid) {
        synchronized (entries) {
            List<String> sids = legs.stream().map(leg -> leg.call().sid()).toList();
            return new Transcript(callSid, sids, List.copyOf(entries));
        }
    }

    void listen(CallListener listener) {
        listeners.add(listener);
    }

    /** Something that is not heard, but worth seeing. */
    void reveal(CallListener.Event event) {
        listeners.forEach(listener -> listener.happened(event));
    }
}
