package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CarrierState;
import java.util.regex.Pattern;

/** Numbers as {@code <Dial>} accepts them: E.164, or a US number as people write it. */
final class DialledNumber {
    private static final Pattern DECORATION = Pattern.compile("[\\s().-]");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern NATIONAL = Pattern.compile("1?[2-9][0-9]{9}");

    private DialledNumber() {}

    static String normalised(String written) {
        String digits = DECORATION.matcher(written).replaceAll("");
        if (NATIONAL.matcher(digits).matches()) {
            return digits.length() == 10 ? "+1" + digits : "+" + digits;
        }
        return digits;
    }

    static boolean isValid(String number) {
        return E164.matcher(number).matches() || Emergency.isNumber(number);
    }

    /** A leg may show its own parties' numbers and those that its account has bought or verified (13214). */
    static boolean mayCallAs(Leg leg, String callerId) {
        if (callerId.startsWith("client:")) {
            return Address.isValid(callerId);
        }
        if (callerId.equals(leg.call().from()) || callerId.equals(leg.call().to())) {
            return true;
        }
        CarrierState state = leg.equipment().state();
        String account = leg.account().sid();
        boolean bought = state.number(callerId).isPresent();
        boolean owned = state.ownerOf(callerId).sid().equals(account) && (bought || isValid(callerId));
        return owned || state.callerIds().verified(account, callerId).isPresent();
    }
}
