package io.cloudpbx.sandbox.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Digest authentication with the credentials of a webhook's URL ({@code twilio.md} section 1), by RFC 7616. */
final class Digest {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");
    private static final String ONCE = "00000001";

    private Digest() {}

    /** The {@code Authorization} that answers the challenge; null when it is none, or nobody can answer it. */
    static @Nullable String answer(WebhookRequest request, @Nullable String challenge) {
        URI uri = URI.create(request.url());
        String userInfo = uri.getUserInfo();
        if (userInfo == null || challenge == null || !challenge.regionMatches(true, 0, "Digest ", 0, 7)) {
            return null;
        }
        Map<String, String> asked = parameters(challenge);
        String algorithm = asked.getOrDefault("algorithm", "MD5");
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String[] credentials = userInfo.split(":", 2);
        String clientNonce = UUID.randomUUID().toString().replace("-", "");
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.equalsIgnoreCase("MD5") ? "MD5" : algorithm);
            String who = hash(
                    digest,
                    credentials[0] + ":" + asked.get("realm") + ":" + (credentials.length > 1 ? credentials[1] : ""));
            String what = hash(digest, request.method() + ":" + target);
            boolean quality = asked.containsKey("qop");
            String middle = quality ? ":" + ONCE + ":" + clientNonce + ":auth:" : ":";
            String response = hash(digest, who + ":" + asked.get("nonce") + middle + what);
            return header(asked, credentials[0], target)
                    + (quality ? ", qop=auth, nc=" + ONCE + ", cnonce=\"" + clientNonce + "\"" : "")
                    + ", algorithm=" + algorithm + ", response=\"" + response + "\"";
        } catch (NoSuchAlgorithmException unknown) {
            return null;
        }
    }

    private static String header(Map<String, String> asked, String user, String target) {
        String opaque = asked.containsKey("opaque") ? ", opaque=\"" + asked.get("opaque") + "\"" : "";
        return "Digest username=\"" + user + "\", realm=\"" + asked.get("realm") + "\", nonce=\"" + asked.get("nonce")
                + "\", uri=\"" + target + "\"" + opaque;
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), quoted == null ? matcher.group(3) : quoted);
        }
        return parameters;
    }

    private static String hash(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
