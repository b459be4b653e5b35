package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How many texts an account may send per day (63038); unlimited when nothing was said ({@code twilio.md} section 14). */
public final class Quotas {
    private final Table<Quota> quotas;
    private final Map<String, Used> used = new HashMap<>();

    Quotas(CarrierState state, TextStore store) {
        this.quotas = state.table("text-quota", Quota.class);
        store.oldestFirst()
                .filter(text -> text.route().direction() != Text.Direction.INBOUND)
                .forEach(text -> count(text.route().accountSid(), text.created()));
    }

    /** Of one account, per day of UTC. */
    public record Quota(int textsPerDay) {}

    private record Used(LocalDate day, int texts) {}

    /** @throws TextRefused when today's texts are used up */
    synchronized void require(String accountSid, Instant now) {
        OptionalInt most = of(accountSid);
        if (most.isPresent() && usedOn(day(now), accountSid) >= most.getAsInt()) {
            throw new TextRefused(
                    429, 63038, "Account exceeded the %d daily messages limit".formatted(most.getAsInt()));
        }
    }

    synchronized void count(String accountSid, Instant now) {
        used.put(accountSid, new Used(day(now), usedOn(day(now), accountSid) + 1));
    }

    private int usedOn(LocalDate day, String accountSid) {
        Used soFar = used.get(accountSid);
        return soFar != null && soFar.day().equals(day) ? soFar.texts() : 0;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The account's texts per day, when they are limited. */
    public OptionalInt of(String accountSid) {
        return quotas.get(accountSid)
                .map(quota -> OptionalInt.of(quota.textsPerDay()))
                .orElseGet(OptionalInt::empty);
    }

    public void set(String accountSid, Quota quota) {
        quotas.put(accountSid, quota);
    }

    public void lift(String accountSid) {
        quotas.remove(accountSid);
    }
}
