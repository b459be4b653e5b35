package io.cloudpbx.numbers;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.numbers.flow.CountryName;
import io.cloudpbx.numbers.flow.Examination;
import io.cloudpbx.numbers.flow.ExaminedNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What the carrier says of our numbers, as the API shows it.
 *
 * @param unknown numbers of the account that are not known here
 * @param refusedCountries that may be called as the settings say, and that the carrier would refuse
 */
public record ExaminationView(
        Instant examinedAt, List<Examined> numbers, List<Unknown> unknown, List<Country> refusedCountries) {
    /** @param code two letters */
    public record Country(String code, String name) {
        static Country of(String code) {
            return new Country(code, CountryName.of(code));
        }
    }

    /**
     * @param standing {@code fine}, {@code changed}, {@code gone} or {@code under_way}
     * @param differences what is set otherwise than it should be
     */
    public record Examined(UUID id, String number, String display, String standing, List<Difference> differences) {
        static Examined of(ExaminedNumber examined) {
            PhoneNumber number = Objects.requireNonNull(examined.number().number());
            return new Examined(
                    examined.number().id(),
                    number.e164(),
                    number.display(),
                    examined.standing().name().toLowerCase(Locale.ROOT),
                    examined.deviations().stream().map(Difference::of).toList());
        }
    }

    /**
     * @param setting of {@link Deviation.Setting} in small letters
     * @param label the same for people
     * @param there what stands at the carrier; empty where nothing does
     * @param wanted what should; empty where nothing should
     */
    public record Difference(String setting, String label, String there, String wanted) {
        static Difference of(Deviation deviation) {
            return new Difference(
                    deviation.setting().name().toLowerCase(Locale.ROOT),
                    deviation.setting().words(),
                    deviation.there(),
                    deviation.wanted());
        }
    }

    /** @param label what it is called at the carrier */
    public record Unknown(String number, String display, String label) {
        static Unknown of(CarrierNumber number) {
            return new Unknown(number.number().e164(), number.number().display(), number.label());
        }
    }

    public static ExaminationView of(Examination examination, Instant at) {
        return new ExaminationView(
                at,
                examination.numbers().stream().map(Examined::of).toList(),
                examination.strangers().stream().map(Unknown::of).toList(),
                examination.refusedCountries().stream().map(Country::of).toList());
    }
}
