package io.cloudpbx.calls.hands;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.CallProblems;
import io.cloudpbx.calls.CallUrls;
import io.cloudpbx.calls.CallsInHand;
import io.cloudpbx.calls.SituationLoader;
import io.cloudpbx.calls.TheirCalls;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.Move;
import io.cloudpbx.calls.flow.Move.Act;
import io.cloudpbx.calls.flow.Move.Standing;
import io.cloudpbx.calls.flow.Move.Whom;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.calls.store.HandlingRows.Row;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what whoever has a caller wants. It is written down first, then the carrier is asked, once and outside of any transaction: it asks us
 * back, and finds there what becomes of whom. What it certainly did not do is taken back.
 */
@Service
public class Holding {
    private final CallRows calls;
    private final CallsInHand inHand;
    private final LegRows legs;
    private final HandlingRows rows;
    private final Handlings handlings;
    private final TheirCalls theirs;
    private final Extensions extensions;
    private final SituationLoader situations;
    private final Settings settings;
    private final CallUrls urls;
    private final Carrier carrier;
    private final AuditLog audit;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionOperations transactions;

    Holding(
            CallRows calls,
            CallsInHand inHand,
            LegRows legs,
            HandlingRows rows,
            Handlings handlings,
            TheirCalls theirs,
            Extensions extensions,
            SituationLoader situations,
            Settings settings,
            CallUrls urls,
            Carrier carrier,
            AuditLog audit,
            Jobs jobs,
            Clock clock,
            TransactionOperations transactions) {
        this.calls = calls;
        this.inHand = inHand;
        this.legs = legs;
        this.rows = rows;
        this.handlings = handlings;
        this.theirs = theirs;
        this.extensions = extensions;
        this.situations = situations;
        this.settings = settings;
        this.urls = urls;
        this.carrier = carrier;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Somebody to be led to an address. */
    private record Lead(Whom whom, CarrierId leg, String url) {}

    /** @param before what was done with the call until then; null when nothing was */
    private record Order(
            UUID call, Act act, List<Lead> leads, @Nullable Row before) {}

    /**
     * Does it, once however often it is wanted.
     *
     * @param colleague the extension to ask; null for what asks nobody
     * @throws Problem {@code call_not_found}, {@code call_over}, {@code call_not_with_us}, {@code not_your_call}, {@code colleague_asked},
     *     {@code colleague_not_there}, {@code invalid_fields} for {@code to}, or {@code carrier_unavailable}
     */
    public void act(Act act, UUID id, @Nullable String colleague, SignedIn who, String address) {
        Optional<Order> order = transactions.execute(status -> order(act, theirs(id, who), colleague));
        Objects.requireNonNull(order).ifPresent(this::ask);
        audit.record(who, address, audited(act), id.toString(), colleague == null ? "" : "to " + colleague);
    }

    private static String audited(Act act) {
        return switch (act) {
            case HOLD -> "call_held";
            case RESUME -> "call_resumed";
            case ASK -> "call_colleague_asked";
            case PASS_ON -> "call_passed_on";
            case JOIN -> "call_joined";
            case PARK -> "call_parked";
        };
    }

    private Call theirs(UUID id, SignedIn who) {
        Call call = inHand.lock(id);
        theirs.require(call.extensionId(), who);
        return call;
    }

    private Optional<Order> order(Act act, Call call, @Nullable String colleague) {
        Row before = rows.of(call.id()).orElse(null);
        var standing = new Standing(
                call.place() == Call.Place.TALKING,
                call.place() == Call.Place.HELD,
                before == null ? null : before.stage(),
                before != null && before.apart(),
                before != null && before.colleagueLeg() != null && !legs.isOver(before.colleagueLeg()),
                isJoinedByHolder(call, before));
        return switch (Move.of(act, standing)) {
            case Move.To to -> Optional.of(order(act, to, call, before, colleague));
            case Move.Nothing nothing -> Optional.empty();
            case Move.Refused refused -> throw problem(refused);
        };
    }

    /** Whether whoever has them still has them by the document by which they called them. */
    private boolean isJoinedByHolder(Call call, @Nullable Row before) {
        var holder = before == null ? legs.holder(call.id()).map(LegRows.Holder::leg) : Optional.of(before.leg());
        return holder.filter(leg -> leg.equals(call.dialer())).isPresent();
    }

    private static Problem problem(Move.Refused refused) {
        return switch (refused) {
            case NOBODY_TALKS ->
                Problem.conflict("call_not_with_us", "Only a caller with whom somebody talks can be put on hold.");
            case NOT_ON_HOLD -> CallProblems.notOnHold();
            case NOBODY_HAS_THEM ->
                Problem.conflict("call_not_with_us", "Only with a caller whom somebody has can that be done.");
            case WITH_COLLEAGUE ->
                Problem.conflict("colleague_asked", "A colleague is in this call. Go back to the caller first.");
            case PARKED -> Problem.conflict("caller_parked", "This caller is parked. Pick them up first.");
            case ASKED_ALREADY -> Problem.conflict("colleague_asked", "A colleague was asked already.");
            case COLLEAGUE_NOT_THERE -> Problem.conflict("colleague_not_there", "No colleague has taken the call yet.");
        };
    }

    private Order order(Act act, Move.To to, Call call, @Nullable Row before, @Nullable String colleague) {
        int taken = situations.load(call, settings.current()).routing().taken();
        Row held = before == null ? begun(call) : before;
        Row now = after(act, to, held, colleague);
        rows.save(now);
        tell(act, held, now, taken);
        List<Lead> leads = to.led().stream()
                .map(whom -> switch (whom) {
                    case CALLER -> new Lead(whom, call.carrierId(), urls.hands(Moment.ENTERED, taken));
                    case HOLDER -> new Lead(whom, held.leg(), urls.desk(call.id()));
                    case COLLEAGUE -> new Lead(whom, Objects.requireNonNull(held.colleagueLeg()), urls.desk(call.id()));
                })
                .toList();
        return new Order(call.id(), act, leads, before);
    }

    private Row begun(Call call) {
        var holder = legs.holder(call.id())
                .orElseThrow(() -> Problem.conflict("call_not_with_us", "Nobody has this caller any more."));
        return Row.begun(call.id(), holder.leg(), holder.extensionId(), clock.instant());
    }

    private Row after(Act act, Move.To to, Row held, @Nullable String colleague) {
        return switch (act) {
            case HOLD, RESUME, JOIN -> held.at(to.stage(), clock.instant());
            case PARK -> held.parked(rows.freeSlot(), clock.instant());
            case PASS_ON -> held.passedOn(clock.instant());
            case ASK -> held.asking(callable(colleague, held.extensionId()), clock.instant());
        };
    }

    private UUID callable(@Nullable String ext, UUID holder) {
        var colleague = Optional.ofNullable(ext)
                .flatMap(extensions::byExt)
                .orElseThrow(() -> Problem.invalid("to", "unknown_extension", "must be an extension that is there"));
        if (colleague.id().equals(holder)) {
            throw Problem.invalid("to", "same_extension", "must be somebody else than has the caller now");
        }
        if (colleague.forwardTo() == null) {
            throw Problem.invalid("to", "no_phone", "has no phone that could ring");
        }
        settings.current().destinations().against(colleague.forwardTo()).ifPresent(bar -> {
            throw Problem.invalid("to", bar.code(), "has a phone that " + bar.words());
        });
        return colleague.id();
    }

    /** What happens to others than the caller, whose own steps tell of them. */
    private void tell(Act act, Row held, Row now, int taken) {
        String holder = handlings.name(held.extensionId());
        switch (act) {
            case ASK -> {
                String asked = handlings.name(now.colleagueId());
                handlings.tell(held.call(), "ask/" + taken, "Ringing " + asked, holder + " asks " + asked);
            }
            case PASS_ON -> {
                String taker = handlings.name(now.extensionId());
                handlings.tell(
                        held.call(), "pass-on/" + taken, "Passed on to " + taker, holder + " passed the caller on");
            }
            case JOIN -> {
                String joining = handlings.name(now.colleagueId());
                handlings.tell(held.call(), "join/" + taken, joining + " joins", holder + " talks with both");
            }
            case HOLD, RESUME, PARK -> {}
        }
    }

    private void ask(Order order) {
        for (Lead lead : order.leads()) {
            try {
                carrier.redirect(lead.leg(), lead.url());
            } catch (CarrierFailure failure) {
                if (failure.kind() == Kind.GONE) {
                    gone(order, lead);
                } else {
                    failed(order, failure.kind());
                }
            }
        }
    }

    private void failed(Order order, Kind kind) {
        if (kind != Kind.UNKNOWN_OUTCOME) {
            transactions.executeWithoutResult(status -> takeBack(order));
        }
        throw CallProblems.carrierUnavailable();
    }

    private void gone(Order order, Lead lead) {
        if (lead.whom() == Whom.HOLDER) {
            holderGone(order, lead.leg());
            return;
        }
        transactions.executeWithoutResult(status -> takeBack(order));
        throw lead.whom() == Whom.CALLER
                ? CallProblems.over()
                : Problem.conflict("colleague_not_there", "The colleague is not on the line any more.");
    }

    /** Nobody is needed for a caller to be parked, and from a hold the caller comes back to whoever hung up. */
    private void holderGone(Order order, CarrierId leg) {
        // Not with the call's row held: news of the phone takes the phone's row before the call's.
        legs.reported(leg, order.call(), Optional.empty(), CallStatus.COMPLETED, clock.instant());
        if (order.act() == Act.PARK) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (order.act() == Act.HOLD) {
                jobs.soon(BringBack.KIND, order.call().toString());
            } else {
                takeBack(order);
            }
        });
        throw Problem.conflict("call_not_with_us", "Whoever had this caller has hung up.");
    }

    /** Unless the carrier has asked about the caller meanwhile, and told them what was wanted. */
    private void takeBack(Order order) {
        calls.lock(order.call()).flatMap(call -> rows.of(call.id())).ifPresent(now -> {
            if (order.before() != null) {
                rows.save(order.before());
            } else if (!now.apart()) {
                rows.end(order.call());
            }
            // Who was not to be led may be gone, and the news of it may have come before this.
            jobs.soon(BringBack.KIND, order.call().toString());
        });
    }
}
