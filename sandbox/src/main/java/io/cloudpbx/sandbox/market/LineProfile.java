package io.cloudpbx.sandbox.market;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a paid lookup says about a number ({@code twilio.md} section 12).
 *
 * @param callerName who has it, as the name database spells it; null when it knows nobody
 */
public record LineProfile(
        LineType type, String carrier, @Nullable String callerName) {

    /** With Twilio's names. */
    public enum LineType {
        MOBILE("mobile"),
        LANDLINE("landline"),
        FIXED_VOIP("fixedVoip"),
        NON_FIXED_VOIP("nonFixedVoip"),
        TOLL_FREE("tollFree");

        private final String text;

        LineType(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    static LineProfile of(LineType type, @Nullable String name) {
        return new LineProfile(type, carrier(type), name);
    }

    /** Fictional, but never another one for the same type. */
    private static String carrier(LineType type) {
        return switch (type) {
            case MOBILE -> "Fictional Wireless";
            case LANDLINE -> "Fictional Bell";
            case FIXED_VOIP -> "Fictional Cable";
            case NON_FIXED_VOIP -> "Twilio - SMS/MMS-SVR";
            case TOLL_FREE -> "Twilio - Toll-Free";
        };
    }

    /** Fifteen characters, family name first, as the American database has it ({@code twilio.md} section 2.1). */
    static String databaseSpelling(String name) {
        int space = name.lastIndexOf(' ');
        String turned = space < 0 ? name : name.substring(space + 1) + " " + name.substring(0, space);
        return turned.substring(0, Math.min(15, turned.length())).toUpperCase(Locale.ROOT);
    }
}
