package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.flow.Standing;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The people who may get a text: where they live, and what they have agreed to at which time. */
final class Crowd {
    private final World world;
    private final Map<PhoneNumber, Person> people = new TreeMap<>();

    Crowd(World world) {
        this.world = world;
    }

    private record Person(Region region, TreeMap<Instant, Agreed> agreed) {}

    /** What somebody has agreed to. */
    enum Agreed {
        NOTHING,
        TO_BE_TOLD,
        /** In words, which is not enough. */
        TO_BE_SOLD_ORALLY,
        TO_BE_SOLD;

        boolean allows(TextKind kind) {
            return kind == TextKind.MARKETING ? this == TO_BE_SOLD : this != NOTHING;
        }

        Standing.@Nullable Consent told() {
            return this == TO_BE_TOLD ? consent(true) : null;
        }

        Standing.@Nullable Consent sold() {
            return switch (this) {
                case TO_BE_SOLD -> consent(true);
                case TO_BE_SOLD_ORALLY -> consent(false);
                case NOTHING, TO_BE_TOLD -> null;
            };
        }

        private static Standing.Consent consent(boolean written) {
            return new Standing.Consent("c-1", written, Instant.parse("2026-01-05T12:00:00Z"));
        }
    }

    /** Somebody moves in. Most have agreed to everything. */
    void join() {
        Region region = world.oneOf(List.of(Region.values()));
        var number = new PhoneNumber(region.prefix() + "55501" + "%02d".formatted(people.size()));
        Agreed agreed = world.happens(0.75) ? Agreed.TO_BE_SOLD : world.oneOf(List.of(Agreed.values()));
        people.put(number, new Person(region, new TreeMap<>(Map.of(Instant.MIN, agreed))));
    }

    List<PhoneNumber> all() {
        return new ArrayList<>(people.keySet());
    }

    Region region(PhoneNumber number) {
        return of(number).region();
    }

    /** They change their mind. */
    void agrees(PhoneNumber number, Agreed to) {
        of(number).agreed().put(world.instant(), to);
    }

    Agreed agreed(PhoneNumber number, Instant at) {
        return of(number).agreed().floorEntry(at).getValue();
    }

    private Person of(PhoneNumber number) {
        return Objects.requireNonNull(people.get(number));
    }
}
