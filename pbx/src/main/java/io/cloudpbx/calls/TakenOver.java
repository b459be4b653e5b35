package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.hands.Handlings;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.calls.store.HandlingRows.Row;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.RoutingRows;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import io.cloudpbx.twiml.Verb.Redirect;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls that somebody here began, and of which more is done than talk and hold: whoever was called is led like a caller from then on. They
 * keep their id, and the capability that began them shows them as what they are.
 *
 * <p>Whoever calls has the document that joined the two, so it is whoever was called who is led away when the two are parted.
 */
@Service
public class TakenOver {
    private final CallRows calls;
    private final LegRows legs;
    private final HandlingRows rows;
    private final RoutingRows routing;
    private final Calls ends;
    private final Handlings handlings;
    private final Extensions extensions;
    private final CallUrls urls;
    private final Clock clock;

    TakenOver(
            CallRows calls,
            LegRows legs,
            HandlingRows rows,
            RoutingRows routing,
            Calls ends,
            Handlings handlings,
            Extensions extensions,
            CallUrls urls,
            Clock clock) {
        this.calls = calls;
        this.legs = legs;
        this.rows = rows;
        this.routing = routing;
        this.ends = ends;
        this.handlings = handlings;
        this.extensions = extensions;
        this.urls = urls;
        this.clock = clock;
    }

    /** Where the two are. */
    public enum Where {
        JOINED_BY_DOCUMENT,
        ON_HOLD,
        IN_CONFERENCE
    }

    /**
     * A call as somebody here began it.
     *
     * @param called the phone of whoever was called
     * @param number theirs; null when they are forgotten
     * @param shown the number of ours that they saw
     * @param own the phone that called them
     * @param extension whose that is
     */
    public record Begun(
            UUID id,
            CarrierId called,
            @Nullable PhoneNumber number,
            PhoneNumber shown,
            CarrierId own,
            UUID extension,
            Where where) {}

    /** Once, however often it is wanted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Begun begun) {
        Instant now = clock.instant();
        boolean waits = begun.where() == Where.ON_HOLD;
        String holder = extensions.find(begun.extension()).map(Extension::name).orElse("somebody");
        String summary = waits ? "On hold" : "Talking to " + holder;
        if (!calls.takeOver(begun, waits ? Call.Place.HELD : Call.Place.TALKING, summary, now)) {
            return;
        }
        legs.reported(begun.own(), begun.id(), Optional.of(begun.extension()), CallStatus.IN_PROGRESS, now);
        legs.accepted(begun.own(), now);
        if (begun.where() != Where.JOINED_BY_DOCUMENT) {
            rows.save(Row.begun(begun.id(), begun.own(), begun.extension(), now)
                    .at(waits ? Stage.HELD : Stage.TOGETHER, now));
            rows.parted(begun.id(), now);
        }
    }

    public boolean has(UUID id) {
        return taken(id).isPresent();
    }

    private Optional<Call> taken(UUID id) {
        return calls.find(id).filter(call -> !call.cameIn());
    }

    /** What the phone of whoever began it asks next, as that of anybody who has a caller. @param before the document begins with this */
    public Response desk(UUID id, List<Verb> before) {
        var verbs = new ArrayList<>(before);
        verbs.add(new Redirect(urls.desk(id)));
        return new Response(verbs);
    }

    /** What that phone asks when the conversation is over for it. */
    public Response over(UUID id) {
        return Response.of(new Redirect(urls.letGo(id)));
    }

    /** What whoever was called asks next, when they had been put on hold before. @param left whether a conversation is over for them */
    public Response goesOn(UUID id, boolean left) {
        int step = routing.of(id, clock.instant()).taken();
        return Response.of(new Redirect(urls.hands(left ? Moment.LEFT : Moment.WAITED, step)));
    }

    /** News of a phone in it. */
    @Transactional
    public void told(UUID id, CarrierId phone, CallStatus status) {
        taken(id).ifPresent(call -> {
            if (!call.carrierId().equals(phone)) {
                legs.reported(phone, id, Optional.empty(), status, clock.instant());
                if (status.isOver()) {
                    handlings.hungUp(phone);
                }
            } else if (status.isOver()) {
                ends.ended(phone, status);
            }
        });
    }
}
