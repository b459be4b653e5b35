package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.market.Inventory;
import io.cloudpbx.sandbox.state.EmergencyRegistration;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Links;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bought number as Twilio shows it ({@code twilio.md} section 12). */
record IncomingNumberBody(
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
        String voiceReceiveMode,
        String smsUrl,
        String smsMethod,
        String smsFallbackUrl,
        String smsFallbackMethod,
        String smsApplicationSid,
        String statusCallback,
        String statusCallbackMethod,
        Map<String, Boolean> capabilities,
        String addressRequirements,
        @Nullable String addressSid,
        @Nullable String bundleSid,
        @Nullable String identitySid,
        @Nullable String trunkSid,
        @Nullable String emergencyAddressSid,
        String emergencyAddressStatus,
        String emergencyStatus,
        String origin,
        String status,
        String type,
        boolean beta,
        String apiVersion,
        @Nullable String dateCreated,
        @Nullable String dateUpdated,
        String uri,
        Map<String, String> subresourceUris) {

    static IncomingNumberBody of(IncomingNumber number, EmergencyRegistration.Status emergencyStatus) {
        Links links = number.links();
        return new IncomingNumberBody(
                number.sid(),
                number.accountSid(),
                number.friendlyName(),
                number.phoneNumber(),
                orEmpty(number.voice().url()),
                number.voice().method(),
                orEmpty(number.voice().fallbackUrl()),
                number.voice().fallbackMethod(),
                number.looksUpCallers(),
                orEmpty(links.voiceApplicationSid()),
                "voice",
                orEmpty(number.sms().url()),
                number.sms().method(),
                orEmpty(number.sms().fallbackUrl()),
                number.sms().fallbackMethod(),
                orEmpty(links.smsApplicationSid()),
                orEmpty(number.statusCallback()),
                number.statusCallbackMethod(),
                Capabilities.OWNED,
                "none",
                links.addressSid(),
                null,
                null,
                null,
                links.emergency() == null ? null : links.emergency().addressSid(),
                emergencyStatus.text(),
                "Inactive",
                "twilio",
                "in-use",
                type(number.phoneNumber()),
                false,
                ApiRoutes.VERSION,
                Dates.rfc2822(number.dateCreated()),
                Dates.rfc2822(number.dateUpdated()),
                path(number) + ".json",
                Map.of("assigned_add_ons", path(number) + "/AssignedAddOns.json"));
    }

    private static String path(IncomingNumber number) {
        return "/%s/Accounts/%s/IncomingPhoneNumbers/%s"
                .formatted(ApiRoutes.VERSION, number.accountSid(), number.sid());
    }

    private static String type(String phoneNumber) {
        return Inventory.isTollFree(phoneNumber) ? "toll-free" : "local";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
