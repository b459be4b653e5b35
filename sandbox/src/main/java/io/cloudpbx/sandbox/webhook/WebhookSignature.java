package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.What;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code X-Twilio-Signature}, as {@code twilio.md} section 4 and E3 describe it. */
public final class WebhookSignature {
    /** Scheme, credentials, host, port and the rest; edited as text, so that nothing is encoded anew. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\w+)(://(?:[^/?#@]*@)?)(\\[[^\\]]*]|[^/?#:]*)(:\\d*)?(.*)", Pattern.DOTALL);

    private WebhookSignature() {}

    /**
     * @param url as configured, byte for byte; its fragment does not count
     * @param form the parameters of a form body; empty for GET, JSON and WebSocket
     */
    public static String of(String authToken, String url, Map<String, String> form) {
        StringBuilder data = new StringBuilder(withoutFragment(url));
        new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    /** @param over what is signed instead of the URL as configured */
    public static String of(String authToken, String url, Map<String, String> form, What.@Nullable Variant over) {
        return switch (over) {
            case null -> of(authToken, url, form);
            case WITH_PORT -> of(authToken, withPort(url), form);
            case WITHOUT_PORT -> of(authToken, withoutPort(url), form);
            case WRONG_KEY -> of("not " + authToken, url, form);
        };
    }

    /** With the standard port of its scheme, when it names none (E3). */
    static String withPort(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        if (!parts.matches() || parts.group(4) != null) {
            return url;
        }
        String port = parts.group(1).equals("https") || parts.group(1).equals("wss") ? ":443" : ":80";
        return parts.group(1) + parts.group(2) + parts.group(3) + port + parts.group(5);
    }

    /** Without its port, whichever it is (E3). */
    static String withoutPort(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        return parts.matches() ? parts.group(1) + parts.group(2) + parts.group(3) + parts.group(5) : url;
    }

    static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
