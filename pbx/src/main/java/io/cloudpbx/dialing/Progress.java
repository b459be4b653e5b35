package io.cloudpbx.dialing;

import io.cloudpbx.calls.RecordedDialing;
import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Freeze;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a call has come that somebody here began: told by the carrier, in whatever order and however often. */
@Service
public class Progress {
    /** A phone that rings long after somebody wanted to call surprises them. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** By then its own news has mostly come, which is the best proof. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final DialedCallRows rows;
    private final DialScript script;
    private final Threads threads;
    private final RecordedDialing recordings;
    private final Apart apart;
    private final Contacts contacts;
    private final Door door;
    private final Freeze freeze;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Progress(
            DialedCallRows rows,
            DialUrls urls,
            Threads threads,
            RecordedDialing recordings,
            Apart apart,
            Contacts contacts,
            Door door,
            Freeze freeze,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.script = new DialScript(urls);
        this.threads = threads;
        this.recordings = recordings;
        this.apart = apart;
        this.contacts = contacts;
        this.door = door;
        this.freeze = freeze;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /** The call, for whoever may ask the carrier now: once. One that was claimed before, by a program that is gone, is looked for. */
    @Transactional
    Optional<DialedCall> claim(UUID id) {
        var call = rows.lock(id).filter(DialedCall::isLive);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        if (call.get().state() != State.READY) {
            unknown(id);
            return Optional.empty();
        }
        if (call.get().createdAt().plus(STALE).isBefore(now())) {
            end(call.get(), Reached.FAILED, "It could not be placed in time.");
            return Optional.empty();
        }
        if (freeze.isOn()) {
            end(
                    call.get(),
                    Reached.FAILED,
                    "Sending is stopped, as after a restore from a backup, so nobody was called.");
            return Optional.empty();
        }
        if (call.get().to() == null) {
            end(call.get(), Reached.FAILED, "Whoever was to be called has been deleted.");
            return Optional.empty();
        }
        var bar = door.bar(call.get().phone());
        if (bar.isPresent()) {
            end(call.get(), Reached.FAILED, "Your own phone " + bar.get().words() + ".");
            return Optional.empty();
        }
        rows.moved(id, State.ASKING, now());
        return call;
    }

    @Transactional
    void placed(UUID id, CarrierId carrierId) {
        rows.lock(id).ifPresent(call -> {
            rows.placed(id, carrierId);
            move(call, State.RINGING_YOU);
        });
    }

    @Transactional
    void refused(UUID id, String why) {
        rows.lock(id).ifPresent(call -> end(call, Reached.FAILED, why));
    }

    @Transactional
    void unknown(UUID id) {
        rows.lock(id).filter(call -> call.carrierId() == null).ifPresent(call -> {
            move(call, State.UNKNOWN);
            jobs.schedule(Looking.KIND, id.toString(), now().plus(FIRST_LOOK));
        });
    }

    @Transactional
    void notConfirmed(UUID id) {
        rows.lock(id)
                .filter(call -> call.carrierId() == null)
                .ifPresent(call -> end(
                        call,
                        Reached.NOT_CONFIRMED,
                        "The carrier never confirmed it, so it has probably not been placed."));
    }

    /** Somebody picked up their own phone: they are told whom they call. */
    @Transactional
    public String answered(UUID id, CarrierId carrierId) {
        return led(id, carrierId)
                .filter(call -> call.to() != null)
                .map(call -> ask(call, Objects.requireNonNull(call.to())))
                .orElseGet(() -> script.goodbye().toXml());
    }

    private String ask(DialedCall call, PhoneNumber to) {
        return script.ask(call, whom(to), recordings.isWanted(to)).toXml();
    }

    private String whom(PhoneNumber to) {
        return contacts.byNumber(to)
                .map(Contact::name)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> to.spoken());
    }

    @Transactional
    public String pressed(UUID id, CarrierId carrierId, String keys) {
        var call = led(id, carrierId);
        var to = call.map(DialedCall::to);
        if (to.isEmpty() || !keys.equals("1")) {
            return script.goodbye().toXml();
        }
        var bar = door.bar(to.get());
        if (bar.isPresent()) {
            end(call.get(), Reached.FAILED, "What you called " + bar.get().words() + ".");
            return script.parted("This number is not called from here.").toXml();
        }
        move(call.get(), State.CONNECTING);
        return recordings
                .begin(id, carrierId, to.get())
                .map(recording -> script.connectRecorded(call.get(), to.get(), recording))
                .orElseGet(() -> script.connect(call.get(), to.get()))
                .toXml();
    }

    /** The other side has answered, and hears of the recording before they are joined. */
    public String told(UUID id) {
        return script.told(id, recordings.announcement()).toXml();
    }

    /** They do not want it. */
    @Transactional
    public String unrecorded(UUID id) {
        recordings.refuse(id);
        return script.joined().toXml();
    }

    /** News of the other side's phone. False where the call was handed over, and whoever leads it is to be told. */
    @Transactional
    public boolean leg(UUID id, CarrierId phone, CallStatus status) {
        var call = rows.lock(id);
        if (apart.isHandedOver(id)) {
            return false;
        }
        call.ifPresent(here -> {
            apart.news(here, phone, status);
            if (status == CallStatus.IN_PROGRESS) {
                move(here, State.TALKING);
            }
        });
        return true;
    }

    /**
     * Ringing or talking is over, or the other side was put on hold, while their own phone is still on the line.
     *
     * @param bridged whether the two were joined; null when the carrier does not say, and the other phone's own news tells
     * @param error the carrier's code for why it did not call them; 0 when there is none
     */
    @Transactional
    public String over(UUID id, CarrierId carrierId, String status, @Nullable Boolean bridged, int error) {
        var call = known(id, carrierId);
        var waiting = call.flatMap(apart::holder);
        if (waiting.isPresent()) {
            return waiting.get().toXml();
        }
        boolean answered = call.filter(joined -> joined.answeredAt() != null).isPresent();
        var outcome = DialOutcome.reported(status, bridged == null ? answered : bridged);
        if (outcome == DialOutcome.BRIDGED) {
            call.ifPresent(joined -> move(joined, State.TALKING));
            return script.goodbye().toXml();
        }
        if (outcome == DialOutcome.FAILED && CarrierRefusal.isOfCountry(error)) {
            call.ifPresent(refused -> end(refused, Reached.FAILED, CarrierRefusal.words(error)));
            return script.parted("The carrier does not call that country.").toXml();
        }
        call.ifPresent(unreached -> end(unreached, atEnd(unreached, CallStatus.COMPLETED), why(outcome)));
        return script.unreached().toXml();
    }

    private static String why(DialOutcome outcome) {
        return switch (outcome) {
            case BRIDGED, CANCELED -> "Somebody hung up.";
            case BUSY -> "They were on another call.";
            case NO_ANSWER -> "They did not answer.";
            case FAILED -> "The carrier could not reach them.";
        };
    }

    /** News of their own phone. False as above. */
    @Transactional
    public boolean reported(UUID id, CarrierId carrierId, CallStatus status) {
        var call = known(id, carrierId).filter(known -> status.isOver());
        if (apart.isHandedOver(id)) {
            call.ifPresent(left -> rows.left(id, now()));
            return false;
        }
        call.ifPresent(over -> ended(over, status));
        return true;
    }

    /** Of a call that was handed over. @param over why it is, there; null while it is not */
    @Transactional
    void ledOn(UUID id, @Nullable String over) {
        rows.lock(id).ifPresent(call -> {
            if (over == null) {
                announce(call);
            } else {
                apart.gone(id);
                end(call, Reached.ANSWERED, over);
            }
        });
    }

    @Transactional
    void hungUp(UUID id) {
        rows.lock(id).ifPresent(apart::hungUp);
    }

    @Transactional
    void heardOf(UUID id) {
        rows.heardOf(id, now());
    }

    private void ended(DialedCall call, CallStatus status) {
        Reached reached = atEnd(call, status);
        end(
                call,
                reached,
                switch (reached) {
                    case ANSWERED, UNREACHED -> "Somebody hung up.";
                    case NOT_TAKEN -> "Your own phone was not answered, or nobody pressed 1.";
                    default -> "The carrier could not ring your own phone.";
                });
    }

    private static Reached atEnd(DialedCall call, CallStatus status) {
        return Reached.of(status, call.acceptedAt() != null, call.answeredAt() != null);
    }

    /** One of which we have said that it is over leads nobody on. */
    private Optional<DialedCall> led(UUID id, CarrierId carrierId) {
        return known(id, carrierId).filter(DialedCall::isLive);
    }

    /** Its news proves that it was placed, also when the answer to our request was lost. */
    private Optional<DialedCall> known(UUID id, CarrierId carrierId) {
        return rows.lock(id).map(call -> {
            if (call.carrierId() == null) {
                rows.placed(id, carrierId);
                move(call, State.RINGING_YOU);
            }
            return call;
        });
    }

    private void move(DialedCall call, State state) {
        if (rows.moved(call.id(), state, now())) {
            announce(call);
        }
    }

    private void end(DialedCall call, Reached reached, String why) {
        if (rows.ended(call.id(), reached, why, now())) {
            var over = rows.find(call.id()).orElseThrow();
            recordings.over(over.id());
            apart.over(over);
            threads.tell(over);
            announce(over);
        }
    }

    private void announce(DialedCall call) {
        events.publishEvent(DialedCallChanged.of(call));
    }

    private Instant now() {
        return clock.instant();
    }
}
