package io.cloudpbx.sandbox.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * One request to a customer's server: signed over the URL byte for byte as it was configured (E3), with the headers of
 * {@code twilio.md} section 1.
 *
 * @param url without fragment; for GET the parameters are part of its query
 * @param form what a POST carries; empty for GET
 */
record WebhookRequest(String method, String url, Map<String, String> form) {
    private static final ContentType FORM =
            ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8);

    static WebhookRequest of(String method, String configuredUrl, Map<String, String> parameters) {
        String url = WebhookSignature.withoutFragment(configuredUrl);
        if (!method.equals("GET")) {
            return new WebhookRequest(method, url, parameters);
        }
        String separator = url.contains("?") ? "&" : "?";
        return new WebhookRequest(method, parameters.isEmpty() ? url : url + separator + encode(parameters), Map.of());
    }

    /** Where a redirect leads: as GET without parameters, unless the status asks to keep both. */
    WebhookRequest redirected(int status, String location) {
        String target = withoutUserInfo(URI.create(url)).resolve(location).toString();
        boolean keeps = status == 307 || status == 308;
        return keeps
                ? new WebhookRequest(method, WebhookSignature.withoutFragment(target), form)
                : WebhookRequest.of("GET", target, Map.of());
    }

    /**
     * What a request carries besides what it says.
     *
     * @param authorization instead of what the URL says
     */
    record Seal(
            String signature,
            String idempotencyToken,
            @Nullable String cookies,
            @Nullable String authorization) {}

    /** @throws IllegalArgumentException when the URL cannot be asked (11100) */
    HttpUriRequestBase sealed(Seal seal) {
        URI uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The URL has no valid host name: " + url);
        }
        HttpUriRequestBase request = new HttpUriRequestBase(method, withoutUserInfo(uri));
        request.addHeader("User-Agent", "TwilioProxy/1.1");
        request.addHeader("Accept", "*/*");
        request.addHeader("Accept-Encoding", "gzip");
        request.addHeader("X-Twilio-Signature", seal.signature());
        request.addHeader("I-Twilio-Idempotency-Token", seal.idempotencyToken());
        request.addHeader("x-home-region", "us1");
        if (seal.authorization() != null) {
            request.addHeader("Authorization", seal.authorization());
        } else if (uri.getUserInfo() != null && !uri.getUserInfo().isEmpty()) {
            request.addHeader("Authorization", "Basic " + base64(uri.getUserInfo()));
        }
        if (seal.cookies() != null) {
            request.addHeader("Cookie", seal.cookies());
        }
        if (!method.equals("GET")) {
            request.setEntity(new ByteArrayEntity(encode(form).getBytes(StandardCharsets.UTF_8), FORM));
        }
        return request;
    }

    private URI withoutUserInfo(URI uri) {
        String raw = uri.getRawUserInfo();
        return raw == null ? uri : URI.create(url.replaceFirst(Pattern.quote(raw + "@"), ""));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(Map<String, String> parameters) {
        StringBuilder encoded = new StringBuilder();
        parameters.forEach((name, value) -> encoded.append(encoded.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
        return encoded.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
