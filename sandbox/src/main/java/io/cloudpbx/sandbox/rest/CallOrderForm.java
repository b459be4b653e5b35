package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.Address;
import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.call.CallOrder.RecordingOrder;
import io.cloudpbx.sandbox.call.CallOrder.StatusCallback;
import io.cloudpbx.sandbox.call.Emergency;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Application;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code POST Calls} and what Twilio refuses about them ({@code twilio.md} sections 12, 14). */
final class CallOrderForm {
    private static final Set<String> CALL_EVENTS = Set.of("initiated", "ringing", "answered", "completed");
    private static final Pattern SEND_DIGITS = Pattern.compile("[0-9*#wW]{1,32}");
    private static final int TWIML_MAX = 4_000;
    private static final Pattern BYOC_TRUNK = Pattern.compile("BY[0-9a-fA-F]{32}");

    private final CarrierState state;
    private final Account account;
    private final Parameters parameters;

    CallOrderForm(CarrierState state, Account account, Parameters parameters) {
        this.state = state;
        this.account = account;
        this.parameters = parameters;
    }

    /** @throws ApiError with Twilio's code for the first thing that is wrong */
    CallOrder parse() {
        String to = called();
        String from = caller();
        if (to.equals(from)) {
            throw ApiError.invalid(21211, "'To' and 'From' are the same number: " + to);
        }
        Application application = application();
        WebhookTarget instructions = application == null ? instructions() : voice(application);
        String twiml = instructions == null ? twiml(parameters).orElse(null) : null;
        if (instructions == null && twiml == null) {
            throw ApiError.invalid(21205, "Url parameter is required.");
        }
        StatusCallback told = application == null
                ? RecordingForm.callback(parameters, "StatusCallback", CALL_EVENTS)
                : statusCallback(application);
        return order(new Ends(from, to), instructions, twiml, told, application == null ? null : application.sid());
    }

    /**
     * The call of {@code POST Participants}: who answers is in the conference.
     *
     * @throws ApiError with Twilio's code for the first thing that is wrong
     */
    CallOrder parseForConference() {
        Ends ends = new Ends(caller(), called());
        StatusCallback told = RecordingForm.callback(parameters, "StatusCallback", CALL_EVENTS);
        return order(ends, null, null, told, null);
    }

    private record Ends(String from, String to) {}

    private CallOrder order(
            Ends ends,
            @Nullable WebhookTarget instructions,
            @Nullable String twiml,
            @Nullable StatusCallback told,
            @Nullable String applicationSid) {
        return new CallOrder(
                ends.from(),
                ends.to(),
                instructions,
                twiml,
                told,
                Duration.ofSeconds(parameters.number("Timeout", new Parameters.Range(1, 600, 21208), 60)),
                Duration.ofSeconds(parameters.number("TimeLimit", new Parameters.Range(1, 86_400, 20001), 14_400)),
                sendDigits(),
                recording(),
                new CallOptionsForm(parameters).parse(applicationSid, callerId()));
    }

    private String called() {
        String text = parameters.text("To").orElseThrow(() -> ApiError.invalid(21201, "No 'To' number is specified"));
        if (Address.isMeant(text)) {
            return address(text, 21211);
        }
        if (Emergency.isNumber(text)) {
            return text;
        }
        String to = PhoneNumbers.parse(text)
                .orElseThrow(() -> ApiError.invalid(
                        21211, "The phone number you are attempting to call, %s, is not valid.".formatted(text)));
        MagicNumbers.refuseCalled(to);
        if (!state.dialingPermissions().mayCall(account.sid(), to)) {
            throw ApiError.invalid(
                    21215,
                    "Account not authorized to call %s. Perhaps you need to enable some international permissions."
                            .formatted(to));
        }
        return to;
    }

    private String caller() {
        String text =
                parameters.text("From").orElseThrow(() -> ApiError.invalid(21213, "No 'From' number is specified"));
        if (Address.isMeant(text)) {
            return address(text, 21212);
        }
        String from = PhoneNumbers.parse(text)
                .orElseThrow(() ->
                        ApiError.invalid(21212, "The 'From' number %s is not a valid phone number".formatted(text)));
        MagicNumbers.refuseCaller(from);
        requireShowable(from);
        return from;
    }

    /** Who is shown instead of {@code From}; the same rules hold. */
    private @Nullable String callerId() {
        String text = parameters.text("CallerId").orElse(null);
        if (text == null || Address.isMeant(text)) {
            return text == null ? null : address(text, 21212);
        }
        String callerId = PhoneNumbers.parse(text)
                .orElseThrow(() -> ApiError.invalid(
                        21212, "The 'CallerId' number %s is not a valid phone number".formatted(text)));
        requireShowable(callerId);
        return callerId;
    }

    private void requireShowable(String from) {
        boolean forwarded = forwarded().map(call -> call.from().equals(from)).orElse(false);
        boolean ownCarrier = byOwnCarrier();
        if (!from.equals(MagicNumbers.GOOD) && !mayCallFrom(from) && !forwarded && !ownCarrier) {
            throw ApiError.invalid(
                    21210,
                    "Source phone number provided, %s, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio."
                            .formatted(from));
        }
    }

    /** The call of the account's that this one forwards: it may show the same caller ({@code twilio.md} section 2.1). */
    private Optional<Call> forwarded() {
        Optional<String> token = parameters.text("CallToken");
        Optional<Call> call = token.flatMap(state.callTokens()::read)
                .filter(known -> known.direction() == Call.Direction.INBOUND)
                .filter(known -> known.accountSid().equals(account.sid()));
        if (token.isPresent() && call.isEmpty()) {
            throw ApiError.invalid(20001, "Invalid CallToken");
        }
        return call;
    }

    /** Over a trunk of the customer's own carrier Twilio does not know whose numbers are whose. */
    private boolean byOwnCarrier() {
        Optional<String> trunk = parameters.text("Byoc");
        if (trunk.isPresent() && !BYOC_TRUNK.matcher(trunk.get()).matches()) {
            throw ApiError.invalid(20001, "Byoc is not the SID of a trunk: " + trunk.get());
        }
        return trunk.isPresent();
    }

    private boolean mayCallFrom(String from) {
        return state.ownerOf(from).sid().equals(account.sid())
                || state.callerIds().verified(account.sid(), from).isPresent();
    }

    /** A number cannot be called from an address ({@code twilio.md} section 12: From is a number or a client). */
    private String address(String text, int code) {
        boolean toNumber = !Address.isMeant(parameters.text("To").orElse(""));
        if (!Address.isValid(text) || toNumber) {
            throw ApiError.invalid(code, text + " is not a valid address for this call");
        }
        return text;
    }

    /** With one, all other URLs of the request are ignored. */
    private @Nullable Application application() {
        return parameters
                .text("ApplicationSid")
                .map(sid -> ApplicationForm.named(state, account, sid, 21218))
                .orElse(null);
    }

    private static WebhookTarget voice(Application application) {
        return WebhookTarget.of(application.voice())
                .orElseThrow(() ->
                        ApiError.invalid(21218, "Invalid ApplicationSid: " + application.sid() + " has no VoiceUrl"));
    }

    private static @Nullable StatusCallback statusCallback(Application application) {
        String url = application.statusCallback();
        return url == null ? null : new StatusCallback(url, application.statusCallbackMethod(), Set.of("completed"));
    }

    private @Nullable WebhookTarget instructions() {
        if (parameters.text("Url").isEmpty() && parameters.text("FallbackUrl").isPresent()) {
            // {@code twilio.md} section 5
            throw ApiError.invalid(21405, "FallbackUrl needs Url to fall back from");
        }
        return parameters
                .url("Url", 21205)
                .map(url -> new WebhookTarget(
                        url,
                        parameters.method("Method", "POST"),
                        parameters.url("FallbackUrl", 21205).orElse(null),
                        parameters.method("FallbackMethod", "POST")))
                .orElse(null);
    }

    /** {@code twilio.md} section 6: at most 4,000 characters. */
    static Optional<String> twiml(Parameters parameters) {
        Optional<String> twiml = parameters.text("Twiml");
        if (twiml.filter(text -> text.length() > TWIML_MAX).isPresent()) {
            throw ApiError.invalid(20001, "Twiml must not exceed 4000 characters");
        }
        return twiml;
    }

    private String sendDigits() {
        String digits = parameters.text("SendDigits").orElse("");
        if (!digits.isEmpty() && !SEND_DIGITS.matcher(digits).matches()) {
            throw ApiError.invalid(21206, "SendDigits may hold up to 32 of 0-9, *, # and w");
        }
        return digits;
    }

    private @Nullable RecordingOrder recording() {
        RecordingOrder order = new RecordingForm(parameters).parse("trim-silence");
        return parameters.flag("Record", false) ? order : null;
    }
}
