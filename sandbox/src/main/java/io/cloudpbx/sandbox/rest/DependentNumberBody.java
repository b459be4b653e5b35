package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.EmergencyRegistration;
import io.cloudpbx.sandbox.state.IncomingNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number as the addresses it depends on show it: with less than {@link IncomingNumberBody}. */
record DependentNumberBody(
        String sid,
        String accountSid,
        String friendlyName,
        String phoneNumber,
        String voiceUrl,
        String voiceMethod,
        String voiceFallbackUrl,
        String voiceFallbackMethod,
        boolean voiceCallerIdLookup,
        String voiceApplicationSid,
        String smsUrl,
        String smsMethod,
        String smsFallbackUrl,
        String smsFallbackMethod,
        String smsApplicationSid,
        String statusCallback,
        String statusCallbackMethod,
        Map<String, Boolean> capabilities,
        String addressRequirements,
        @Nullable String trunkSid,
        @Nullable String emergencyAddressSid,
        String emergencyStatus,
        String apiVersion,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String uri) {

    static DependentNumberBody of(IncomingNumber number) {
        // It does not tell how far the registration is.
        IncomingNumberBody whole = IncomingNumberBody.of(number, EmergencyRegistration.Status.UNREGISTERED);
        return new DependentNumberBody(
                whole.sid(),
                whole.accountSid(),
                whole.friendlyName(),
                whole.phoneNumber(),
                whole.voiceUrl(),
                whole.voiceMethod(),
                whole.voiceFallbackUrl(),
                whole.voiceFallbackMethod(),
                whole.voiceCallerIdLookup(),
                whole.voiceApplicationSid(),
                whole.smsUrl(),
                whole.smsMethod(),
                whole.smsFallbackUrl(),
                whole.smsFallbackMethod(),
                whole.smsApplicationSid(),
                whole.statusCallback(),
                whole.statusCallbackMethod(),
                whole.capabilities(),
                whole.addressRequirements(),
                whole.trunkSid(),
                whole.emergencyAddressSid(),
                whole.emergencyStatus(),
                whole.apiVersion(),
                whole.dateCreated(),
                whole.dateUpdated(),
                whole.uri());
    }
}
