package io.cloudpbx.numbers.flow;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierTextServices.TextService;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.numbers.OwnNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of our numbers beside what the carrier says of it.
 *
 * @param there null where the carrier does not list it
 * @param service the messaging service that takes its texts; null when none does
 * @param deviations empty unless {@link Standing#CHANGED}
 */
public record ExaminedNumber(
        OwnNumber number,
        Standing standing,
        @Nullable CarrierNumber there,
        @Nullable TextService service,
        List<Deviation> deviations) {
    /** What is wrong with the number's own settings, whatever a service does. */
    public List<Deviation> own() {
        return deviations.stream()
                .filter(each -> each.setting() != Setting.TEXT_SERVICE)
                .toList();
    }

    /** What a service does that should not. */
    public List<Deviation> ofService() {
        return deviations.stream()
                .filter(each -> each.setting() == Setting.TEXT_SERVICE)
                .toList();
    }
}
