package io.cloudpbx.dialing.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A number of ours that whoever is called for help sees, and is told the address of.
 *
 * @param located whether the carrier knows its address; without one a national centre answers and has to ask
 */
public record HelpLine(PhoneNumber number, boolean located) {

    /**
     * The first with an address; without one the first that may be anywhere, which toll-free numbers are not known to be good for.
     *
     * @param ours as they are wished: whoever calls may have chosen one, has one of their own, and the company has a main one
     */
    public static Optional<HelpLine> of(List<HelpLine> ours) {
        return ours.stream()
                .min(Comparator.comparing((HelpLine line) -> !line.located())
                        .thenComparing(line -> line.number().isTollFree()));
    }
}
