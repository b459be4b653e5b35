package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Verb;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a call goes that is no phone number: {@code client:alice}, {@code sip:bob@example.com}. */
public final class Address {
    private static final int URI_MAX = 255;
    private static final Pattern CLIENT = Pattern.compile("client:[A-Za-z0-9_.@+-]{1,121}");
    private static final Pattern SIP =
            Pattern.compile("sips?:[^\\s@?;]+@[A-Za-z0-9.-]+(:[0-9]+)?(;[^\\s?]*)?(\\?\\S*)?");

    private Address() {}

    /** Whether it says that it is one; it may still be malformed. */
    public static boolean isMeant(String text) {
        return text.startsWith("client:") || text.startsWith("sip:") || text.startsWith("sips:");
    }

    public static boolean isValid(String address) {
        return address.length() <= URI_MAX
                && (CLIENT.matcher(address).matches() || SIP.matcher(address).matches());
    }

    static boolean isSip(String address) {
        return address.startsWith("sip");
    }

    /** Without URI parameters and headers: the name under which an endpoint is known. */
    public static String endpoint(String address) {
        return isSip(address) ? address.split("[;?]", 2)[0] : address;
    }

    static String of(Verb.Endpoint noun) {
        return switch (noun) {
            case Verb.PhoneNumber phone -> DialledNumber.normalised(phone.number());
            case Verb.Client client -> "client:" + client.identity();
            case Verb.Sip sip -> sip.uri();
        };
    }

    static Invitation invitation(Verb.Endpoint noun) {
        return switch (noun) {
            case Verb.PhoneNumber phone -> Invitation.BARE;
            case Verb.Client client -> new Invitation(client.parameters(), "", "");
            case Verb.Sip sip -> new Invitation(headers(sip.uri()), sip.username(), sip.password());
        };
    }

    /** {@code ?X-Tenant=one} arrives as {@code SipHeader_X-Tenant} ({@code twilio.md} section 2.1). */
    static Map<String, String> headers(String uri) {
        Map<String, String> headers = new LinkedHashMap<>();
        String[] parts = uri.split("\\?", 2);
        if (parts.length < 2) {
            return headers;
        }
        for (String pair : parts[1].split("&", -1)) {
            String[] nameAndValue = pair.split("=", 2);
            if (nameAndValue.length == 2 && nameAndValue[0].startsWith("X-")) {
                headers.put("SipHeader_" + nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
