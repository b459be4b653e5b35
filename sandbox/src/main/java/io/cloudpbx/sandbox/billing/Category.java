package io.cloudpbx.sandbox.billing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The usage categories that can occur here, with Twilio's names; each counts into those above it. */
public enum Category {
    TOTALPRICE(null, "usd", "Total Price"),
    CALLS(null, "minutes", "Voice Minutes"),
    CALLS_INBOUND(CALLS, "minutes", "Inbound Voice Minutes"),
    CALLS_INBOUND_LOCAL(CALLS_INBOUND, "minutes", "Inbound Local Voice Minutes"),
    CALLS_INBOUND_TOLLFREE(CALLS_INBOUND, "minutes", "Inbound Toll Free Voice Minutes"),
    CALLS_OUTBOUND(CALLS, "minutes", "Outbound Voice Minutes"),
    SMS(null, "messages", "SMS"),
    SMS_INBOUND(SMS, "messages", "Inbound SMS"),
    SMS_INBOUND_LONGCODE(SMS_INBOUND, "messages", "Inbound Long Code SMS"),
    SMS_OUTBOUND(SMS, "messages", "Outbound SMS"),
    SMS_OUTBOUND_LONGCODE(SMS_OUTBOUND, "messages", "Outbound Long Code SMS"),
    MMS(null, "messages", "MMS"),
    MMS_INBOUND(MMS, "messages", "Inbound MMS"),
    MMS_OUTBOUND(MMS, "messages", "Outbound MMS"),
    PHONENUMBERS(null, "numbers", "Phone Numbers"),
    PHONENUMBERS_LOCAL(PHONENUMBERS, "numbers", "Local Phone Numbers"),
    PHONENUMBERS_TOLLFREE(PHONENUMBERS, "numbers", "Toll Free Phone Numbers"),
    CALLERIDLOOKUPS(null, "lookups", "Caller ID Lookups"),
    RECORDINGS(null, "minutes", "Recordings"),
    TRANSCRIPTIONS(null, "minutes", "Transcriptions");

    private final @Nullable Category above;
    private final String usageUnit;
    private final String description;

    Category(@Nullable Category above, String usageUnit, String description) {
        this.above = above;
        this.usageUnit = usageUnit;
        this.description = description;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Category> of(String text) {
        return Stream.of(values())
                .filter(category -> category.text().equals(text))
                .findFirst();
    }

    public String description() {
        return description;
    }

    public String usageUnit() {
        return usageUnit;
    }

    /** What the things themselves are counted in. */
    public String countUnit() {
        return this == CALLS || above == CALLS || above == CALLS_INBOUND
                ? "calls"
                : this == RECORDINGS ? "recordings" : this == TRANSCRIPTIONS ? "transcriptions" : usageUnit;
    }

    /** Whether what was used in that category counts here. */
    boolean includes(Category used) {
        if (this == TOTALPRICE || this == used) {
            return true;
        }
        return used.above != null && includes(used.above);
    }
}
