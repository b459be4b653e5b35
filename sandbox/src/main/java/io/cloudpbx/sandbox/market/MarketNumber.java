package io.cloudpbx.sandbox.market;

import org.jspecify.annotations.Nullable;

/**
 * A number that can be bought.
 *
 * @param place where it belongs; toll-free numbers belong nowhere
 */
public record MarketNumber(
        String phoneNumber, Kind kind, @Nullable AreaCode place) {

    /** What kind of number it is. */
    public enum Kind {
        LOCAL,
        TOLL_FREE
    }

    /** Whether the number begins with this area code or toll-free prefix. */
    public boolean isIn(String areaCode) {
        return phoneNumber.startsWith("+1" + areaCode);
    }
}
