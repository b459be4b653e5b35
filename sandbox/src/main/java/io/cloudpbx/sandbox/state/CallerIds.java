package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verified caller ids of all accounts, and the calls that verify them. */
public final class CallerIds {
    private final Table<CallerId> callerIds;
    private final Table<Validation> validations;

    CallerIds(CarrierState state) {
        this.callerIds = state.table("caller-id", CallerId.class);
        this.validations = state.table("caller-id-validation", Validation.class);
    }

    /**
     * What a verification call is about.
     *
     * @param code the six digits that have to be pressed
     * @param callerIdSid what came of it; null until the code was pressed
     */
    public record Validation(
            String callSid,
            String accountSid,
            String phoneNumber,
            String friendlyName,
            String code,
            @Nullable String callerIdSid) {

        Validation succeeded(String sid) {
            return new Validation(callSid, accountSid, phoneNumber, friendlyName, code, sid);
        }
    }

    /** To be called before the call begins. */
    public void begin(Validation validation) {
        validations.put(validation.callSid(), validation);
    }

    public Optional<Validation> validation(String callSid) {
        return validations.get(callSid);
    }

    /** The code was pressed in time. A number that two calls verify is verified once. */
    public synchronized void verify(Validation validation, Instant now) {
        CallerId callerId = verified(validation.accountSid(), validation.phoneNumber())
                .orElseGet(() -> new CallerId(
                        Sids.next("PN"),
                        validation.accountSid(),
                        validation.phoneNumber(),
                        validation.friendlyName(),
                        now,
                        now));
        save(callerId);
        validations.put(validation.callSid(), validation.succeeded(callerId.sid()));
    }

    public void save(CallerId callerId) {
        callerIds.put(callerId.sid(), callerId);
    }

    /** The caller id with this SID, when it is the account's own. */
    public Optional<CallerId> find(String accountSid, String sid) {
        return callerIds.get(sid).filter(callerId -> callerId.accountSid().equals(accountSid));
    }

    /** The account's caller id for a number in E.164 form. */
    public Optional<CallerId> verified(String accountSid, String e164) {
        return all().stream()
                .filter(callerId -> callerId.accountSid().equals(accountSid)
                        && callerId.phoneNumber().equals(e164))
                .findFirst();
    }

    /** All caller ids, oldest first. */
    public List<CallerId> all() {
        return callerIds.all();
    }

    public void delete(CallerId callerId) {
        callerIds.remove(callerId.sid());
    }
}
