package io.cloudpbx.numbers.flow;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierTextServices.TextService;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our numbers beside those of our account at the carrier.
 *
 * @param strangers the carrier has them in our account, and we know nothing of them
 */
public record Examination(List<ExaminedNumber> numbers, List<CarrierNumber> strangers) {
    /** @param services those that take texts, by the number whose texts they take */
    public static Examination of(
            List<OwnNumber> ours, List<CarrierNumber> theirs, Map<CarrierId, TextService> services) {
        var listed = new LinkedHashMap<PhoneNumber, CarrierNumber>();
        theirs.forEach(each -> listed.put(each.number(), each));
        var examined = new ArrayList<ExaminedNumber>();
        Set<PhoneNumber> known = new HashSet<>();
        for (OwnNumber number : ours) {
            if (number.number() != null) {
                known.add(number.number());
                CarrierNumber there = listed.get(number.number());
                examined.add(examined(number, there, there == null ? null : services.get(there.id())));
            }
        }
        return new Examination(
                examined,
                listed.values().stream()
                        .filter(each -> !known.contains(each.number()))
                        .toList());
    }

    private static ExaminedNumber examined(
            OwnNumber number, @Nullable CarrierNumber there, @Nullable TextService service) {
        if (number.state().isUnderWay()) {
            return new ExaminedNumber(number, Standing.UNDER_WAY, there, service, List.of());
        }
        if (there == null) {
            return new ExaminedNumber(number, Standing.GONE, null, null, List.of());
        }
        var deviations = new ArrayList<>(number.deviations(there));
        if (service != null) {
            deviations.add(new Deviation(Setting.TEXT_SERVICE, service.name(), ""));
        }
        return new ExaminedNumber(
                number,
                deviations.isEmpty() ? Standing.FINE : Standing.CHANGED,
                there,
                service,
                List.copyOf(deviations));
    }
}
