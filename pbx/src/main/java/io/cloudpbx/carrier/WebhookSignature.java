package io.cloudpbx.carrier;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's {@code X-Twilio-Signature}: HMAC-SHA1, an outside protocol's choice and not ours, over the URL and the sorted form
 * ({@code twilio.md} section 4). Its back end signs with and without the port, so each spelling counts; the port is
 * edited as text because re-encoding the query would break signatures over encoded characters.
 */
final class WebhookSignature {
    private static final Set<String> SECURE = Set.of("https", "wss");

    private final byte[] key;

    WebhookSignature(String authToken) {
        this.key = authToken.getBytes(StandardCharsets.UTF_8);
    }

    boolean matches(@Nullable String signature, String url, Map<String, String> form) {
        if (signature == null || signature.isEmpty()) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        String parameters = sorted(form);
        // Nearly always the first: what the carrier was given is what it signs.
        return Stream.concat(Stream.of(url), Stream.of(url).flatMap(WebhookSignature::otherSpellings))
                .map(spelling -> signed(spelling + parameters).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(expected -> MessageDigest.isEqual(expected, given));
    }

    String sign(String url, Map<String, String> form) {
        return signed(url + sorted(form));
    }

    private String signed(String data) {
        return Base64.getEncoder().encodeToString(hmac(data));
    }

    private static String sorted(Map<String, String> form) {
        var data = new StringBuilder();
        new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
        return data.toString();
    }

    private static Stream<String> otherSpellings(String url) {
        URI uri = URI.create(url);
        String authority = uri.getRawAuthority();
        String bare = authority.replaceFirst(":\\d+$", "");
        String standard = bare + (SECURE.contains(uri.getScheme()) ? ":443" : ":80");
        return Stream.of(bare, standard)
                .filter(spelling -> !spelling.equals(authority))
                .map(spelling -> url.replaceFirst("//\\Q" + authority + "\\E", "//" + spelling));
    }

    private byte[] hmac(String data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(data.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}
