package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallChange;
import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.call.Conferences;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.call.Participant;
import io.cloudpbx.sandbox.call.Queues;
import io.cloudpbx.sandbox.call.RecordingChange;
import io.cloudpbx.sandbox.call.ValidationOrder;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CallerIds;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An exchange that notes what it is asked, so that the REST surface is tested without a call engine. */
final class PlacedCalls implements Exchange {
    final List<CallOrder> orders = new ArrayList<>();
    final List<ValidationOrder> validations = new ArrayList<>();
    final List<CallChange> changes = new ArrayList<>();
    private final CarrierState state;
    private final Clock clock;

    PlacedCalls(CarrierState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Call place(Account account, CallOrder order) {
        orders.add(order);
        return queued(account, order.from(), order.to());
    }

    /** Rooms and queues are the call engine's; their tests have one. */
    @Override
    public Participant invite(Account account, CallOrder order, Verb.Conference conference) {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }

    @Override
    public Conferences conferences() {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }

    @Override
    public Queues queues() {
        throw new UnsupportedOperationException("Nobody asks for it here.");
    }

    @Override
    public Call validate(Account account, ValidationOrder order) {
        validations.add(order);
        Call call = queued(account, "+15005550100", order.phoneNumber());
        state.callerIds()
                .begin(new CallerIds.Validation(
                        call.sid(), account.sid(), order.phoneNumber(), order.friendlyName(), order.code(), null));
        return call;
    }

    /** Somebody answers the verification call and enters what the account was told. */
    void enterCode(String callSid) {
        state.callerIds().verify(state.callerIds().validation(callSid).orElseThrow(), clock.instant());
    }

    private Call queued(Account account, String from, String to) {
        Instant now = clock.instant();
        Call call = new Call(
                Sids.next("CA"),
                account.sid(),
                null,
                from,
                to,
                null,
                Call.Status.QUEUED,
                Call.Direction.OUTBOUND_API,
                null,
                null,
                now,
                now);
        state.save(call);
        return call;
    }

    @Override
    public Recording record(Call call, CallOrder.RecordingOrder order) {
        throw new CallNotInProgress(call.sid());
    }

    @Override
    public Optional<Recording> change(Call call, String recordingSid, RecordingChange change) {
        return Optional.empty();
    }

    @Override
    public Call change(Call call, CallChange change) {
        if (call.status().isFinal()) {
            throw new CallNotInProgress(call.sid());
        }
        changes.add(change);
        return call;
    }
}
