package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.message.Text;
import io.cloudpbx.sandbox.message.TextOrder;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code POST Messages} and what Twilio refuses about them ({@code twilio.md} sections 12, 14). */
final class MessageForm {
    private static final int BODY_MAX = 1_600;
    private static final int MEDIA_MAX = 10;
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(15);
    private static final Duration LONGEST_LEAD = Duration.ofDays(35);
    private static final List<String> NOT_IMITATED = List.of("ContentSid", "ContentVariables", "PersistentAction");
    private static final List<String> SWITCHES_NOT_IMITATED = List.of("SendAsMms", "ShortenUrls");
    private static final List<String> RETENTIONS = List.of("ContentRetention", "AddressRetention");

    private final CarrierState state;
    private final Account account;
    private final Parameters parameters;
    private final Instant now;

    MessageForm(CarrierState state, Account account, Parameters parameters, Instant now) {
        this.state = state;
        this.account = account;
        this.parameters = parameters;
        this.now = now;
    }

    /** @throws ApiError with Twilio's code for the first thing that is wrong */
    TextOrder parse() {
        refuseWhatIsNotImitated();
        String to = receiver();
        String service = parameters.text("MessagingServiceSid").orElse(null);
        String from = sender(service);
        if (to.equals(from)) {
            throw ApiError.invalid(21211, "'To' and 'From' number cannot be the same: " + to);
        }
        List<String> media = media();
        return new TextOrder(
                to,
                from,
                service,
                body(!media.isEmpty()),
                media,
                flag("SmartEncoded"),
                callback(),
                validity(),
                sendAt(service),
                Text.Direction.OUTBOUND_API);
    }

    private void refuseWhatIsNotImitated() {
        for (String name : NOT_IMITATED) {
            if (parameters.text(name).isPresent()) {
                throw ApiError.notImitated("The parameter " + name);
            }
        }
        for (String name : SWITCHES_NOT_IMITATED) {
            if (flag(name)) {
                throw ApiError.notImitated("The parameter " + name);
            }
        }
        for (String name : RETENTIONS) {
            if (parameters.text(name).filter("discard"::equalsIgnoreCase).isPresent()) {
                throw ApiError.notImitated("The parameter " + name + " with discard");
            }
        }
    }

    private boolean flag(String name) {
        return parameters.text(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    private String receiver() {
        String text =
                parameters.text("To").orElseThrow(() -> ApiError.invalid(21604, "A 'To' phone number is required."));
        refuseChannel(text);
        String to = PhoneNumbers.parse(text)
                .orElseThrow(() -> ApiError.invalid(21211, "Invalid 'To' Phone Number: " + text));
        MagicNumbers.refuseReceiver(to);
        return to;
    }

    private @Nullable String sender(@Nullable String service) {
        Optional<String> text = parameters.text("From");
        if (text.isEmpty()) {
            if (service == null) {
                throw ApiError.invalid(21603, "A 'From' phone number is required.");
            }
            return null;
        }
        refuseChannel(text.get());
        String from = PhoneNumbers.parse(text.get())
                .orElseThrow(() -> ApiError.invalid(
                        21212,
                        "The 'From' number %s is not a valid phone number, shortcode, or alphanumeric sender ID"
                                .formatted(text.get())));
        MagicNumbers.refuseSender(from);
        boolean own = from.equals(MagicNumbers.GOOD)
                || (!MagicNumbers.isMagic(from) && state.ownerOf(from).sid().equals(account.sid()));
        if (!own) {
            throw ApiError.invalid(
                    21606,
                    "The 'From' phone number provided (%s) is not a valid message-capable Twilio phone number for this destination"
                            .formatted(from));
        }
        return from;
    }

    private static void refuseChannel(String address) {
        int colon = address.indexOf(':');
        if (colon > 0) {
            throw ApiError.notImitated("The channel " + address.substring(0, colon));
        }
    }

    private String body(boolean hasMedia) {
        List<String> given = parameters.all("Body");
        String body = given.isEmpty() ? "" : given.getLast();
        if (body.isEmpty() && !hasMedia) {
            throw ApiError.invalid(21602, "Message body is required.");
        }
        if (body.codePointCount(0, body.length()) > BODY_MAX) {
            throw ApiError.invalid(21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        return body;
    }

    private List<String> media() {
        List<String> urls = parameters.all("MediaUrl").stream()
                .filter(url -> !url.isBlank())
                .toList();
        if (urls.size() > MEDIA_MAX) {
            throw ApiError.invalid(21623, "Number of media files exceeds allowed limit of " + MEDIA_MAX);
        }
        urls.forEach(url -> Parameters.checkedUrl("MediaUrl", url, 21620));
        return urls;
    }

    /** Beside a StatusCallback an application is ignored. */
    private Text.@Nullable Callback callback() {
        return parameters
                .url("StatusCallback", 21609)
                .map(url -> new Text.Callback(url, parameters.method("StatusCallbackMethod", "POST")))
                .or(() -> parameters.text("ApplicationSid").flatMap(this::callbackOf))
                .orElse(null);
    }

    private Optional<Text.Callback> callbackOf(String applicationSid) {
        return Optional.ofNullable(ApplicationForm.named(state, account, applicationSid, 21218)
                        .messageStatusCallback())
                .map(url -> new Text.Callback(url, "POST"));
    }

    private @Nullable Duration validity() {
        int most = (int) TextOrder.LONGEST_VALIDITY.toSeconds();
        return parameters.text("ValidityPeriod").isEmpty()
                ? null
                : Duration.ofSeconds(parameters.number("ValidityPeriod", new Parameters.Range(1, most, 21624), most));
    }

    /** Twilio's pages disagree about the least lead: the longest of them, so that what passes here passes there. */
    private @Nullable Instant sendAt(@Nullable String service) {
        Optional<String> text = parameters.text("SendAt");
        Optional<String> type = parameters.text("ScheduleType");
        if (text.isEmpty() && type.isEmpty()) {
            return null;
        }
        if (service == null) {
            throw ApiError.invalid(35118, "MessagingServiceSid is required to schedule a message");
        }
        if (type.filter("fixed"::equals).isEmpty() || text.isEmpty()) {
            throw ApiError.invalid(35115, "SendAt and ScheduleType=fixed are needed together");
        }
        Instant at = instant(text.get());
        if (at.isBefore(now.plus(SHORTEST_LEAD))) {
            throw ApiError.invalid(35114, "SendAt must be at least 15 minutes in the future");
        }
        if (at.isAfter(now.plus(LONGEST_LEAD))) {
            throw ApiError.invalid(35117, "SendAt must be at most 35 days in the future");
        }
        return at;
    }

    /** Twilio's own libraries leave the zone out; it is UTC then. */
    private static Instant instant(String text) {
        try {
            return Dates.instant(text);
        } catch (DateTimeParseException e) {
            throw ApiError.invalid(35114, "SendAt is not an ISO 8601 time: " + text);
        }
    }
}
