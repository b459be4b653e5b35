package io.cloudpbx.numbers;

import io.cloudpbx.numbers.NumberUses.Use;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number as the API shows it.
 *
 * @param number null until one is bought
 * @param use {@code main}, {@code extension}, or {@code kept}: ours, and its callers hear the main menu
 * @param extension whose it is, when it is an extension's
 * @param releasable whether it can be given back from here
 */
public record NumberView(
        UUID id,
        @Nullable String number,
        @Nullable String display,
        String use,
        @Nullable Use extension,
        boolean releasable,
        Provisioning provisioning) {

    static NumberView of(OwnNumber number, @Nullable Use use) {
        var phone = Optional.ofNullable(number.number()).filter(candidate -> number.carrierId() != null);
        return new NumberView(
                number.id(),
                phone.map(Object::toString).orElse(null),
                phone.map(found -> found.display()).orElse(null),
                use(number, use),
                use,
                number.purpose() == Purpose.EXTENSION && use == null && number.isOurs(),
                Provisioning.of(number));
    }

    private static String use(OwnNumber number, @Nullable Use use) {
        if (number.purpose() == Purpose.MAIN) {
            return "main";
        }
        return use == null ? "kept" : "extension";
    }
}
