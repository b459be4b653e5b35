package io.cloudpbx.dialing;

import io.cloudpbx.calls.HeldDialing;
import io.cloudpbx.calls.Leading;
import io.cloudpbx.calls.RecordedDialing;
import io.cloudpbx.calls.TakenOver;
import io.cloudpbx.dialing.flow.Called;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Say;
import io.cloudpbx.twiml.Verb.StopRecording;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the two phones of a call hear when the carrier has parted them, and who is let go when the other is not on the line any more. */
@Service
public class Apart {
    private final DialedCallRows rows;
    private final CalledRows phones;
    private final HeldDialing documents;
    private final RecordedDialing recordings;
    private final TakenOver taken;
    private final DialScript script;
    private final DialUrls urls;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Apart(
            DialedCallRows rows,
            CalledRows phones,
            HeldDialing documents,
            RecordedDialing recordings,
            TakenOver taken,
            DialUrls urls,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.phones = phones;
        this.documents = documents;
        this.recordings = recordings;
        this.taken = taken;
        this.script = new DialScript(urls);
        this.urls = urls;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /** What whoever calls hears when they are not joined any more; empty where that is the end. Joins the caller's transaction. */
    Optional<Response> holder(DialedCall call) {
        if (isHandedOver(call.id())) {
            return Optional.of(taken.desk(call.id(), unrecorded(call)));
        }
        return phones.of(call.id())
                .filter(called -> call.isLive() && called.isApart(now()))
                .map(called -> {
                    phones.parted(call.id());
                    var before = unrecorded(call);
                    if (called.isWanted(Stage.HELD)) {
                        before.add(new Say("They are on hold."));
                    }
                    return documents.calls(call.id(), before, urls.letGo(call.id()));
                });
    }

    /** What was recorded of the two is over when they are parted. */
    private List<Verb> unrecorded(DialedCall call) {
        return new ArrayList<>(
                recordings.held(call.id()).stream().map(StopRecording::new).toList());
    }

    boolean isHandedOver(UUID id) {
        return taken.has(id);
    }

    /** Whoever is called asks what comes next. */
    @Transactional
    public String called(UUID id, Moment moment) {
        if (isHandedOver(id)) {
            return taken.goesOn(id, moment == Moment.LEFT).toXml();
        }
        return rows.lock(id)
                .flatMap(call -> phones.of(id).map(called -> called(call, called, moment)))
                .orElseGet(script::goodbye)
                .toXml();
    }

    private Response called(DialedCall call, Called called, Moment moment) {
        return switch (called.next(moment, call.isLive(), now())) {
            case HOLD -> waits(call, true);
            case MUSIC -> waits(call, false);
            case TALK -> talks(call, called);
            case GOODBYE -> script.parted("");
        };
    }

    private Response waits(DialedCall call, boolean told) {
        phones.parted(call.id());
        if (phones.waits(call.id(), now())) {
            announce(call);
        }
        return documents.waits(call.id(), told, urls.waited(call.id()));
    }

    private Response talks(DialedCall call, Called called) {
        phones.parted(call.id());
        if (!called.isWanted(Stage.TOGETHER)) {
            phones.want(call.id(), new Wish(Stage.TOGETHER, now()));
        }
        if (phones.back(call.id(), now())) {
            announce(call);
        }
        return documents.talks(call.id(), urls.left(call.id()));
    }

    /** Why the phone is let go. */
    @Transactional(readOnly = true)
    public String letGo(UUID id, CarrierId phone) {
        if (isHandedOver(id)) {
            return taken.over(id).toXml();
        }
        boolean theirs =
                phones.of(id).filter(called -> called.phone().equals(phone)).isPresent();
        return (theirs ? script.parted("") : script.parted("They hung up.")).toXml();
    }

    /** Of the phone of whoever is called. */
    void news(DialedCall call, CarrierId phone, CallStatus status) {
        phones.heardOf(call.id(), phone);
        if (status.isOver()) {
            hungUp(call);
        }
    }

    /** Whoever is called is not on the line any more: where the two are parted, the carrier tells nobody by itself. */
    void hungUp(DialedCall call) {
        phones.gone(call.id());
        var own = call.carrierId();
        if (call.isLive() && own != null && wasHeld(call).isPresent()) {
            jobs.soon(LetGoDialed.KIND, Leading.key(call.id(), own));
        }
    }

    /** A call that was handed over is over, with the phone of whoever was called. */
    void gone(UUID id) {
        phones.gone(id);
    }

    /** The call is over for whoever calls. */
    void over(DialedCall call) {
        wasHeld(call)
                .filter(called -> !called.gone())
                .ifPresent(called -> jobs.soon(LetGoDialed.KIND, Leading.key(call.id(), called.phone())));
    }

    Optional<Called> wasHeld(DialedCall call) {
        return phones.of(call.id()).filter(called -> called.wanted() != null);
    }

    private void announce(DialedCall call) {
        events.publishEvent(DialedCallChanged.of(call));
    }

    private Instant now() {
        return clock.instant();
    }
}
