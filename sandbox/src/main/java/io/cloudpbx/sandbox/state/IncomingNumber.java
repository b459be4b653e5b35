package io.cloudpbx.sandbox.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that an account bought, with what happens when it is called or texted.
 *
 * @param callerIdLookup whether callers' names are looked up; null, as in journals from before that was kept: they are not
 */
public record IncomingNumber(
        String sid,
        String accountSid,
        String phoneNumber,
        String friendlyName,
        Hook voice,
        Hook sms,
        @Nullable String statusCallback,
        String statusCallbackMethod,
        Instant dateCreated,
        Instant dateUpdated,
        @Nullable Links known,
        @Nullable Boolean callerIdLookup) {

    /** A number that refers to nothing else, and whose callers' names are not looked up. */
    public IncomingNumber(
            String sid,
            String accountSid,
            String phoneNumber,
            String friendlyName,
            Hook voice,
            Hook sms,
            @Nullable String statusCallback,
            String statusCallbackMethod,
            Instant dateCreated,
            Instant dateUpdated) {
        this(
                sid,
                accountSid,
                phoneNumber,
                friendlyName,
                voice,
                sms,
                statusCallback,
                statusCallbackMethod,
                dateCreated,
                dateUpdated,
                null,
                null);
    }

    public boolean looksUpCallers() {
        return Boolean.TRUE.equals(callerIdLookup);
    }

    /** A webhook with its fallback, as configured on the number. */
    public record Hook(
            @Nullable String url, String method, @Nullable String fallbackUrl, String fallbackMethod) {}

    /**
     * The resources to which a number refers.
     *
     * @param emergency null when it never had an emergency address
     */
    public record Links(
            @Nullable String voiceApplicationSid,
            @Nullable String smsApplicationSid,
            @Nullable String addressSid,
            @Nullable EmergencyRegistration emergency) {
        public static final Links NONE = new Links(null, null, null, null);

        boolean refersTo(String sid) {
            return sid.equals(voiceApplicationSid)
                    || sid.equals(smsApplicationSid)
                    || sid.equals(addressSid)
                    || (emergency != null && sid.equals(emergency.addressSid()));
        }

        Links withoutApplication(String sid) {
            return new Links(
                    Objects.equals(sid, voiceApplicationSid) ? null : voiceApplicationSid,
                    Objects.equals(sid, smsApplicationSid) ? null : smsApplicationSid,
                    addressSid,
                    emergency);
        }
    }

    public Links links() {
        return known == null ? Links.NONE : known;
    }

    public IncomingNumber with(Links links) {
        return new IncomingNumber(
                sid,
                accountSid,
                phoneNumber,
                friendlyName,
                voice,
                sms,
                statusCallback,
                statusCallbackMethod,
                dateCreated,
                dateUpdated,
                links,
                callerIdLookup);
    }
}
