package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many calls an account may have at once (10004); as many as come when nothing was said ({@code twilio.md} sections
 * 14 and 15). Each leg counts that the account has ordered, dialled or been called on, from the queue to its end.
 */
public final class CallLimits {
    private final Table<Limit> limits;
    private final Map<String, Integer> taken = new HashMap<>();

    CallLimits(CarrierState state) {
        this.limits = state.table("call-limit", Limit.class);
    }

    /** Of one account. */
    public record Limit(int callsAtOnce) {}

    /** Takes a place, which has to be given back; false when there is none. */
    synchronized boolean take(String accountSid) {
        int soFar = taken.getOrDefault(accountSid, 0);
        OptionalInt most = of(accountSid);
        if (most.isPresent() && soFar >= most.getAsInt()) {
            return false;
        }
        taken.put(accountSid, soFar + 1);
        return true;
    }

    synchronized void giveBack(String accountSid) {
        taken.merge(accountSid, -1, Integer::sum);
    }

    /** Whether a leg may go on. Otherwise it has failed, and the debugger says why. */
    boolean admits(Leg leg) {
        String account = leg.account().sid();
        if (leg.isOver()) {
            throw new LegEnded();
        }
        if (!take(account)) {
            Hood.error(leg, 10004, "Call concurrency limit exceeded");
            leg.hangUp(Call.Status.FAILED);
            return false;
        }
        leg.whenOver(() -> giveBack(account));
        return true;
    }

    /** How many calls the account may have at once, when they are limited. */
    public OptionalInt of(String accountSid) {
        return limits.get(accountSid)
                .map(limit -> OptionalInt.of(limit.callsAtOnce()))
                .orElseGet(OptionalInt::empty);
    }

    /** Calls that go on are not ended by it. */
    public void set(String accountSid, Limit limit) {
        limits.put(accountSid, limit);
    }

    public void lift(String accountSid) {
        limits.remove(accountSid);
    }
}
