package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.QuietHours.Opening;
import java.time.Instant;

/** By which clocks and whose hours somebody may be texted (C14): all of whom this is equal may be at the same times. */
public record Clocks(String country, Place place, TextKind kind) {
    public static Clocks of(Recipient to, TextKind kind) {
        return new Clocks(to.country(), to.place(), kind);
    }

    public Opening at(Instant instant, QuietHours hours) {
        return hours.at(instant, new Recipient("", Recipient.Kind.ORDINARY, country, place), kind);
    }
}
