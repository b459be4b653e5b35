package io.cloudpbx.numbers;

import io.cloudpbx.numbers.NumberUses.Use;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number as the API shows it.
 *
 * @param number null until one is bought
 * @param name what people call it who look for it; null where it has its extension's
 * @param use {@code main}, {@code extension}, {@code company} for one that was got for no extension, or {@code kept} when its extension is
 *     gone; callers of the last two go where the call flow says, or hear the main menu
 * @param extension whose it is, when it is an extension's
 * @param registration whether networks take its texts; null until the carrier was asked
 * @param releasable whether it can be given back from here
 * @param listening how the receptionist listens to who calls it: {@code turns} or {@code stream}
 * @param emergencyAddress whether it has an address for calls to 911: {@code none}, {@code pending}, {@code registered} or {@code refused};
 *     null until the carrier was asked
 * @param dailyCap how many segments of campaigns it sends a day
 */
public record NumberView(
        UUID id,
        @Nullable String number,
        @Nullable String display,
        @Nullable String name,
        String use,
        @Nullable Use extension,
        boolean releasable,
        String listening,
        Provisioning provisioning,
        @Nullable Texting registration,
        @Nullable String emergencyAddress,
        Daily dailyCap) {

    /** @param status of {@link ListedRegistration.Status} in small letters */
    public record Texting(String status, String detail, Instant checkedAt) {
        static Texting of(ListedRegistration registration) {
            return new Texting(
                    registration.status().name().toLowerCase(Locale.ROOT),
                    registration.detail(),
                    registration.checkedAt());
        }
    }

    /**
     * How many segments it may send a day.
     *
     * @param choice {@code usual}, {@code own} or {@code none}
     * @param segments as it is now; null for as many as it can
     * @param usual what is usual for its kind and registration; null where no cap is known
     */
    public record Daily(
            String choice,
            @Nullable Integer segments,
            @Nullable Integer usual) {
        static Daily of(OwnNumber number) {
            String choice = switch (number.dailyCap()) {
                case DailyCap.Usual usual -> "usual";
                case DailyCap.None none -> "none";
                case DailyCap.Own own -> "own";
            };
            return new Daily(choice, orNull(number.dailySegments()), orNull(number.usualSegments()));
        }

        private static @Nullable Integer orNull(OptionalInt value) {
            return value.isPresent() ? value.getAsInt() : null;
        }
    }

    static NumberView of(OwnNumber number, @Nullable Use use) {
        var phone = Optional.ofNullable(number.number()).filter(candidate -> number.carrierId() != null);
        return new NumberView(
                number.id(),
                phone.map(Object::toString).orElse(null),
                phone.map(found -> found.display()).orElse(null),
                use == null ? number.label() : null,
                use(number, use),
                use,
                number.purpose() != Purpose.MAIN && use == null && number.isOurs(),
                number.listening().name().toLowerCase(Locale.ROOT),
                Provisioning.of(number),
                number.registration() == null ? null : Texting.of(number.registration()),
                Optional.ofNullable(number.emergencyAddress())
                        .map(address -> address.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                Daily.of(number));
    }

    private static String use(OwnNumber number, @Nullable Use use) {
        return switch (number.purpose()) {
            case MAIN -> "main";
            case COMPANY -> "company";
            case EXTENSION -> use == null ? "kept" : "extension";
        };
    }
}
