package io.cloudpbx.dialing;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallProblems;
import io.cloudpbx.calls.TheirCalls;
import io.cloudpbx.carrier.Carrier;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.dialing.DialedCall.State;
import io.cloudpbx.dialing.flow.Called;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.dialing.flow.Holding;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.CarrierId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts whoever is called on hold, and lets them come back. It is written down first, then the carrier is asked, once and outside of any
 * transaction: it asks us back, and finds there what becomes of whom. What it certainly did not do is taken back.
 */
@Service
class HoldCalled {
    private final DialedCallRows rows;
    private final CalledRows phones;
    private final Apart apart;
    private final TheirCalls theirs;
    private final DialUrls urls;
    private final Carrier carrier;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionOperations transactions;

    HoldCalled(
            DialedCallRows rows,
            CalledRows phones,
            Apart apart,
            TheirCalls theirs,
            DialUrls urls,
            Carrier carrier,
            AuditLog audit,
            Clock clock,
            TransactionOperations transactions) {
        this.rows = rows;
        this.phones = phones;
        this.apart = apart;
        this.theirs = theirs;
        this.urls = urls;
        this.carrier = carrier;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** @param before what was wanted until then; null when nothing was */
    private record Order(
            UUID call, CarrierId phone, Wish wish, @Nullable Wish before) {}

    /**
     * Does it, once however often it is wanted.
     *
     * @throws Problem {@code call_over}, {@code call_not_with_us}, {@code not_your_call} or {@code carrier_unavailable}
     */
    void act(UUID id, boolean hold, SignedIn who, String address) {
        Optional<Order> order = transactions.execute(status -> order(theirs(id, who), hold));
        Objects.requireNonNull(order).ifPresent(this::ask);
        audit.record(who, address, hold ? "call_held" : "call_resumed", id.toString(), "");
    }

    private DialedCall theirs(UUID id, SignedIn who) {
        var call = rows.lock(id).filter(DialedCall::isLive).orElseThrow(CallProblems::over);
        theirs.require(call.extensionId(), who);
        return call;
    }

    private Optional<Order> order(DialedCall call, boolean hold) {
        Called called = phones.of(call.id()).orElse(null);
        var holding = hold ? Holding.hold(call.state() == State.TALKING, called) : Holding.resume(called);
        return switch (holding) {
            case Holding.Lead(var stage) -> Optional.of(order(call.id(), Objects.requireNonNull(called), stage));
            case Holding.Nothing() -> Optional.empty();
            case Holding.Refused refused -> throw problem(refused);
        };
    }

    private static Problem problem(Holding.Refused refused) {
        return switch (refused) {
            case NOBODY_TALKS ->
                Problem.conflict("call_not_with_us", "Only somebody who has answered can be put on hold.");
            case NOT_ON_HOLD -> CallProblems.notOnHold();
            case GONE -> CallProblems.over();
        };
    }

    private Order order(UUID call, Called called, Stage stage) {
        var wish = new Wish(stage, clock.instant());
        phones.want(call, wish);
        return new Order(call, called.phone(), wish, called.wanted());
    }

    private void ask(Order order) {
        try {
            carrier.redirect(order.phone(), urls.called(order.call()));
        } catch (CarrierFailure failure) {
            if (failure.kind() == Kind.GONE) {
                transactions.executeWithoutResult(
                        status -> rows.lock(order.call()).ifPresent(apart::hungUp));
                throw CallProblems.over();
            }
            if (failure.kind() != Kind.UNKNOWN_OUTCOME) {
                transactions.executeWithoutResult(status -> takeBack(order));
            }
            throw CallProblems.carrierUnavailable();
        }
    }

    /** Unless the carrier has asked meanwhile, and they were told what was wanted; or somebody wants something else by now. */
    private void takeBack(Order order) {
        rows.lock(order.call())
                .flatMap(call -> phones.of(call.id()))
                .filter(now -> now.isWanted(order.wish().stage()) && !now.isThere())
                .filter(now -> order.before() != null || !now.parted())
                .ifPresent(now -> phones.want(order.call(), order.before()));
    }
}
