package io.cloudpbx.sandbox.message;

import io.cloudpbx.sandbox.market.AreaCode;
import io.cloudpbx.sandbox.market.Inventory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of messaging webhooks ({@code twilio.md} section 3), in alphabetical order of their groups. */
final class TextParameters {
    private static final DateTimeFormatter RECEIPT_DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.US).withZone(ZoneOffset.UTC);
    private static final String API_VERSION = "2010-04-01";

    private TextParameters() {}

    /** Section 3.2: what the status callback says. */
    static Map<String, String> status(Text text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", text.route().accountSid());
        parameters.put("ApiVersion", API_VERSION);
        Integer errorCode = text.progress().errorCode();
        if (errorCode != null) {
            parameters.put("ErrorCode", String.valueOf(errorCode));
        }
        if (text.route().from() != null) {
            parameters.put("From", text.route().from());
        }
        parameters.put("MessageSid", text.sid());
        parameters.put("MessageStatus", text.status().text());
        if (text.route().serviceSid() != null) {
            parameters.put("MessagingServiceSid", text.route().serviceSid());
        }
        switch (text.status()) {
            case DELIVERED, UNDELIVERED ->
                parameters.put("RawDlrDoneDate", receiptDate(text.progress().updated()));
            case SCHEDULED, ACCEPTED, QUEUED, SENDING, SENT, FAILED, CANCELED, RECEIVING, RECEIVED -> {
                // No network has said anything about it.
            }
        }
        parameters.put("SmsSid", text.sid());
        parameters.put("SmsStatus", text.status().text());
        parameters.put("To", text.route().to());
        return parameters;
    }

    static String receiptDate(Instant at) {
        return RECEIPT_DATE.format(at);
    }

    /**
     * Section 3.1: what is said about an inbound text.
     *
     * @param mediaUrl where what is attached can be fetched, before its SID
     */
    static Map<String, String> inbound(Text text, String mediaUrl) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", text.route().accountSid());
        parameters.put("ApiVersion", API_VERSION);
        parameters.put("Body", text.content().body());
        party(parameters, "From", String.valueOf(text.route().from()));
        List<Text.Attachment> attachments = text.content().attachments();
        for (int i = 0; i < attachments.size(); i++) {
            parameters.put(
                    "MediaContentType" + i, String.valueOf(attachments.get(i).contentType()));
            parameters.put("MediaUrl" + i, mediaUrl + attachments.get(i).sid());
        }
        parameters.put("MessageSid", text.sid());
        if (text.route().serviceSid() != null) {
            parameters.put("MessagingServiceSid", text.route().serviceSid());
        }
        parameters.put("NumMedia", String.valueOf(attachments.size()));
        parameters.put("NumSegments", String.valueOf(text.content().segments()));
        parameters.put("SmsMessageSid", text.sid());
        parameters.put("SmsSid", text.sid());
        parameters.put("SmsStatus", text.status().text());
        party(parameters, "To", text.route().to());
        return parameters;
    }

    private static void party(Map<String, String> parameters, String name, String number) {
        Optional<AreaCode> place = Inventory.standard().placeOf(number);
        parameters.put(name, number);
        parameters.put(name + "City", place.map(AreaCode::locality).orElse("").toUpperCase(Locale.ROOT));
        // Toll-free numbers belong to a country and to no place in it.
        parameters.put(name + "Country", number.startsWith("+1") ? "US" : "");
        parameters.put(name + "State", place.map(AreaCode::region).orElse(""));
        parameters.put(name + "Zip", place.map(AreaCode::postalCode).orElse(""));
    }
}
