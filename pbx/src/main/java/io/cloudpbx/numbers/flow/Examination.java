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
 * Our numbers beside those of our account at the carrier, and our countries.
 *
 * @param strangers the carrier has them in our account, and we know nothing of them
 * @param refusedCountries may be called as far as we are concerned, and the carrier would refuse it; in order, two letters each
 */
public record Examination(List<ExaminedNumber> numbers, List<CarrierNumber> strangers, List<String> refusedCountries) {
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
                        .toList(),
                List.of());
    }

    /**
     * @param ours which may be called
     * @param theirs which the carrier calls
     */
    public Examination withCountries(Set<String> ours, Set<String> theirs) {
        return new Examination(
                numbers,
                strangers,
                ours.stream()
                        .filter(country -> !theirs.contains(country))
                        .sorted()
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
