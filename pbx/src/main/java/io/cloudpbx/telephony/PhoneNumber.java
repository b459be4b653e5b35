package io.cloudpbx.telephony;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A phone number of the public network in E.164, such as {@code +14155550100}. */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern AMERICAN = Pattern.compile("\\+1[2-9]\\d{9}");
    /** Spares the library most American numbers: each sender of a campaign is asked about several times a second. */
    private static final Pattern SURELY_PAID = Pattern.compile("\\+1[2-79]\\d{9}");

    private static final Pattern SURELY_FREE = Pattern.compile("\\+18(?:00|33|44|55|66|77|88)[2-9]\\d{6}");

    static final String HOME_REGION = "US";
    private static final Set<PhoneNumberType> COSTLY = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.UAN);

    /** How a withheld caller is spelled on a keypad (ANONYMOUS, RESTRICTED, …), {@code twilio.md} section 2.1. */
    private static final Set<String> WITHHELD =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not an E.164 number: " + e164);
        }
    }

    /** A number as a person writes it, national ones read as American; empty when no such number can exist. */
    public static Optional<PhoneNumber> written(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        try {
            var parsed = NUMBERS.parse(text, HOME_REGION);
            return NUMBERS.isValidNumber(parsed) && !parsed.hasExtension()
                    ? Optional.of(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A number as the carrier reports it; empty for withheld callers, SIP addresses and clients. */
    public static Optional<PhoneNumber> reported(String text) {
        return E164.matcher(text).matches() && !WITHHELD.contains(text)
                ? Optional.of(new PhoneNumber(text))
                : Optional.empty();
    }

    /** As read by people in the business's own country: {@code (415) 555-0100}, others {@code +44 20 7946 0000}. */
    public String display() {
        return AMERICAN.matcher(e164).matches() ? national() : formatted();
    }

    /** What the library says of these, a hundred times as fast: it is asked for with each text of a campaign. */
    private String national() {
        return "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8);
    }

    String formatted() {
        var parsed = parsed();
        if (!parsed.hasNationalNumber()) {
            return e164;
        }
        return parsed.getCountryCode() == 1
                ? NUMBERS.format(parsed, PhoneNumberFormat.NATIONAL)
                : NUMBERS.format(parsed, PhoneNumberFormat.INTERNATIONAL);
    }

    /** The two-letter country, {@code ZZ} when the number belongs to none. */
    public String region() {
        String region = NUMBERS.getRegionCodeForNumber(parsed());
        return region == null ? "ZZ" : region;
    }

    /** Whether calling it costs the caller more than a call: premium, shared-cost and follow-me services. */
    public boolean isCostly() {
        return COSTLY.contains(NUMBERS.getNumberType(parsed()));
    }

    /** Whether the called side pays for calls to it. */
    public boolean isTollFree() {
        return SURELY_FREE.matcher(e164).matches() || !SURELY_PAID.matcher(e164).matches() && isTollFreeByLibrary();
    }

    boolean isTollFreeByLibrary() {
        return NUMBERS.getNumberType(parsed()) == PhoneNumberType.TOLL_FREE;
    }

    /** Digits one by one, so that a voice reads them out instead of a sum. */
    public String spoken() {
        var parsed = parsed();
        String digits = parsed.hasNationalNumber() ? String.valueOf(parsed.getNationalNumber()) : e164.substring(1);
        return String.join(" ", digits.split(""));
    }

    /** Empty for country codes that nobody has, which spoofed callers show all the same. */
    private Phonenumber.PhoneNumber parsed() {
        try {
            return NUMBERS.parse(e164, HOME_REGION);
        } catch (NumberParseException unassigned) {
            return new Phonenumber.PhoneNumber();
        }
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    @Override
    public String toString() {
        return e164;
    }
}
