package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.EmergencyRegistration;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Links;
import io.cloudpbx.sandbox.state.PostalAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client may set on a number. Absent parameters change nothing, empty ones clear. {@code EmergencyStatus} has been
 * ignored since 2021 ({@code twilio.md} 19.4).
 */
final class NumberSettings {
    private static final int FRIENDLY_NAME_MAX = 64;
    private static final List<String> NOT_IMITATED = List.of("TrunkSid", "BundleSid", "IdentitySid", "AccountSid");

    private final CarrierState state;
    private final Parameters parameters;

    NumberSettings(CarrierState state, Parameters parameters) {
        this.state = state;
        this.parameters = parameters;
    }

    /** @throws ApiError when a setting is not valid, or not imitated */
    IncomingNumber applyTo(IncomingNumber number, Instant now) {
        refuseWhatIsNotImitated();
        return new IncomingNumber(
                number.sid(),
                number.accountSid(),
                number.phoneNumber(),
                friendlyName(number.friendlyName()),
                Hooks.read(parameters, "Voice", number.voice(), 21405),
                Hooks.read(parameters, "Sms", number.sms(), 21406),
                parameters.url("StatusCallback", 21402, number.statusCallback()),
                parameters.method("StatusCallbackMethod", number.statusCallbackMethod()),
                number.dateCreated(),
                now,
                links(number, now),
                parameters.flag("VoiceCallerIdLookup", number.looksUpCallers()));
    }

    private void refuseWhatIsNotImitated() {
        for (String name : NOT_IMITATED) {
            if (parameters.text(name).isPresent()) {
                throw ApiError.notImitated("The parameter " + name);
            }
        }
        String received = parameters.text("VoiceReceiveMode").orElse("voice");
        if (received.equals("fax")) {
            throw ApiError.notImitated("Fax");
        }
        if (!received.equals("voice")) {
            throw ApiError.invalid(20001, "VoiceReceiveMode must be voice or fax");
        }
    }

    private String friendlyName(String before) {
        String name = parameters.text("FriendlyName").orElse(before);
        if (name.codePointCount(0, name.length()) > FRIENDLY_NAME_MAX) {
            throw ApiError.invalid(20002, "FriendlyName must not exceed 64 characters");
        }
        return name;
    }

    private Links links(IncomingNumber number, Instant now) {
        Account owner = state.account(number.accountSid());
        Links before = number.links();
        return new Links(
                application("VoiceApplicationSid", owner, before.voiceApplicationSid()),
                application("SmsApplicationSid", owner, before.smsApplicationSid()),
                address(owner, before.addressSid()),
                emergency(owner, before.emergency(), now));
    }

    private @Nullable String application(String name, Account owner, @Nullable String before) {
        return parameters.has(name)
                ? parameters
                        .text(name)
                        .map(sid ->
                                ApplicationForm.named(state, owner, sid, 21420).sid())
                        .orElse(null)
                : before;
    }

    private @Nullable String address(Account owner, @Nullable String before) {
        return parameters.has("AddressSid")
                ? parameters
                        .text("AddressSid")
                        .map(sid -> ownAddress(owner, sid).sid())
                        .orElse(null)
                : before;
    }

    private PostalAddress ownAddress(Account owner, String sid) {
        return state.addresses()
                .find(owner.sid(), sid)
                .orElseThrow(() -> ApiError.invalid(21631, "There is no address " + sid + " of this account"));
    }

    /** The same address again is no news to the registry. */
    private @Nullable EmergencyRegistration emergency(
            Account owner, @Nullable EmergencyRegistration before, Instant now) {
        if (!parameters.has("EmergencyAddressSid")) {
            return before;
        }
        String wanted = parameters
                .text("EmergencyAddressSid")
                .map(sid -> emergencyAddress(owner, sid).sid())
                .orElse(null);
        String registered = before == null ? null : before.addressSid();
        return Objects.equals(wanted, registered) ? before : new EmergencyRegistration(wanted, now);
    }

    private PostalAddress emergencyAddress(Account owner, String sid) {
        PostalAddress address = ownAddress(owner, sid);
        if (!address.emergencyEnabled()) {
            throw ApiError.invalid(21628, "The address " + sid + " is not enabled for emergency calls");
        }
        return address;
    }
}
