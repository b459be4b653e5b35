package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** The last call that was allowed has been placed; published in the transaction in which it was wished. */
public record ReachedCeiling(Ceiling ceiling, Instant at) {

    /** The same whenever it is reached. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(ceiling.name().getBytes(StandardCharsets.UTF_8));
    }

    /** What it lets nobody do, for people. */
    public String sentence() {
        return sentence(ceiling);
    }

    /** The same, where it does so no more. */
    String past() {
        return switch (ceiling) {
            case CALLS_PER_HOUR ->
                "The company placed as many calls within an hour as it may. By now it may place calls again.";
            case CALLS_PER_DAY ->
                "The company placed as many calls within a day as it may. By now it may place calls again.";
            case MONEY_PER_DAY ->
                "What the company may spend on calls today was used up, live ones counted as long as they may last. By now it may place calls again.";
        };
    }

    static String sentence(Ceiling ceiling) {
        return switch (ceiling) {
            case CALLS_PER_HOUR ->
                "The company has placed as many calls in the last hour as it may; wait for some minutes.";
            case CALLS_PER_DAY -> "The company has placed as many calls today as it may; they begin anew at midnight.";
            case MONEY_PER_DAY ->
                "What the company may spend on calls today is used up, live ones counted as long as they may last; it begins anew at midnight.";
        };
    }
}
