package io.cloudpbx.telephony;

import java.util.regex.Pattern;

/**
 * The carrier's name for a call, number or recording. Twilio's are two letters and 32 hex digits, other carriers' are
 * UUIDs ({@code twilio.md} section 22), so only what could never be an id is refused.
 */
public record CarrierId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9:_-]{1,64}");

    public CarrierId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a carrier id");
        }
    }

    public static boolean isOne(String text) {
        return ALLOWED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
