package io.cloudpbx.telephony;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers that fraud lives on: of each country and kind where only the US and Canada are called, and what costs more even there. */
public final class BadDestinations {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> COSTLY = Set.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.UAN);

    public static final List<PhoneNumber> ALL = all();

    private BadDestinations() {}

    private static List<PhoneNumber> all() {
        return Stream.of(abroad(), paidAtHome(), beyondCountries(), islands(), services())
                .flatMap(numbers -> numbers)
                .distinct()
                .toList();
    }

    private static Stream<PhoneNumber> abroad() {
        return NUMBERS.getSupportedRegions().stream()
                .filter(region -> !Destinations.USUAL.countries().contains(region))
                .flatMap(region -> Stream.of(PhoneNumberType.values()).flatMap(type -> example(region, type)))
                // Such a number of an island is every country's that shares +1, and costs whoever calls it nothing.
                .filter(number -> !number.e164().startsWith("+1") || !number.isTollFree());
    }

    private static Stream<PhoneNumber> paidAtHome() {
        return Destinations.USUAL.countries().stream()
                .flatMap(region -> COSTLY.stream().flatMap(type -> example(region, type)));
    }

    private static Stream<PhoneNumber> example(String region, PhoneNumberType type) {
        return Stream.ofNullable(NUMBERS.getExampleNumberForType(region, type))
                // Some are too short for anybody abroad to dial.
                .flatMap(number -> PhoneNumber.reported(NUMBERS.format(number, PhoneNumberFormat.E164)).stream());
    }

    private static Stream<PhoneNumber> beyondCountries() {
        var listed = NUMBERS.getSupportedGlobalNetworkCallingCodes().stream()
                .map(NUMBERS::getExampleNumberForNonGeoEntity)
                .map(number -> new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)));
        return Stream.concat(
                listed,
                Stream.of("+870773111632", "+881631234567", "+882161234567", "+8835100123456", "+9791234567")
                        .map(PhoneNumber::new));
    }

    /** Of each island that is dialled like a number at home, and of its mobile phones. */
    private static Stream<PhoneNumber> islands() {
        return Stream.of("242", "246", "264", "268", "284", "340", "345", "441", "473", "649", "658", "664", "671")
                .flatMap(area -> numbered(area, 3))
                .map(PhoneNumber::new)
                .distinct();
    }

    private static Stream<String> numbered(String area, int count) {
        return Stream.iterate(0, each -> each < count, each -> each + 1)
                .map(each -> String.format(Locale.ROOT, "+1%s55501%02d", area, 40 + each));
    }

    private static Stream<PhoneNumber> services() {
        var information = Stream.of("212", "310", "415", "416", "604").map(area -> "+1" + area + "5551212");
        var chat = Stream.of("212", "312", "415", "617", "713").map(area -> "+1" + area + "9760148");
        var paid = Stream.of("0148", "0177", "0199").map(line -> "+1900555" + line);
        var shortened = Stream.of("211", "311", "411", "511", "611", "711", "811", "911")
                .flatMap(code -> Stream.of("+1" + code + "5550148", "+1415" + code + "0148"));
        return Stream.of(information, chat, paid, shortened)
                .flatMap(numbers -> numbers)
                .map(PhoneNumber::new);
    }
}
