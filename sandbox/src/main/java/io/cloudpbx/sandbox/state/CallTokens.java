package io.cloudpbx.sandbox.state;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code CallToken} that comes with a call, with which its caller may be shown once more when it is forwarded ({@code
 * twilio.md} section 2.1): URL-encoded JSON around a JWT that only this carrier can sign.
 */
public final class CallTokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String JWT = "parentCallInfoToken";
    private static final String ONLY = "only";

    private final CarrierState state;
    private final Table<Key> keys;

    CallTokens(CarrierState state) {
        this.state = state;
        this.keys = state.table("call-token-key", Key.class);
    }

    /** Kept, so that a token outlives a restart. */
    private record Key(String base64) {}

    public String of(Call call) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("callSid", call.sid());
        claims.put("from", call.from());
        claims.put("to", call.to());
        claims.put("iat", call.dateCreated().getEpochSecond());
        String signed = base64(HEADER) + "." + base64(JSON.writeValueAsString(claims));
        Map<String, Object> token = new LinkedHashMap<>();
        token.put(JWT, signed + "." + signature(signed));
        token.put("identityHeaderTokens", List.of());
        return URLEncoder.encode(JSON.writeValueAsString(token), StandardCharsets.UTF_8);
    }

    /** The call that a token came with, as it came or already decoded; empty when this carrier has not made it. */
    public Optional<Call> read(String token) {
        try {
            String json = token.startsWith("{") ? token : URLDecoder.decode(token, StandardCharsets.UTF_8);
            String jwt = JSON.readTree(json).path(JWT).asString("");
            int end = jwt.lastIndexOf('.');
            if (end < 0 || !isSigned(jwt.substring(0, end), jwt.substring(end + 1))) {
                return Optional.empty();
            }
            byte[] claims = Base64.getUrlDecoder().decode(jwt.substring(jwt.indexOf('.') + 1, end));
            JsonNode callSid = JSON.readTree(claims).path("callSid");
            return state.call(callSid.asString(""));
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String text, String signature) {
        return MessageDigest.isEqual(
                signature(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private synchronized byte[] key() {
        Optional<Key> kept = keys.get(ONLY);
        if (kept.isPresent()) {
            return Base64.getDecoder().decode(kept.get().base64());
        }
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        keys.put(ONLY, new Key(Base64.getEncoder().encodeToString(fresh)));
        return fresh;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
