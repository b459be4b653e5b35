package io.cloudpbx.numbers;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a number is on its way to us, or back, as the API shows it.
 *
 * @param state of {@link NumberState} in small letters, or {@code none} where no number was ever wished for
 */
public record Provisioning(
        String state,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String areaCode) {

    public static Provisioning of(OwnNumber number) {
        return new Provisioning(
                number.state().name().toLowerCase(Locale.ROOT), number.code(), number.reason(), number.areaCode());
    }

    public static Provisioning of(Optional<OwnNumber> number) {
        return number.map(Provisioning::of).orElseGet(() -> new Provisioning("none", null, null, null));
    }
}
