package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.What;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request to a customer's server: signed over the URL byte for byte as it was configured (E3), with the headers of
 * {@code twilio.md} section 1.
 *
 * @param url without fragment; for GET the parameters are part of its query
 * @param form what a POST carries; empty for GET
 */
record WebhookRequest(String method, String url, Map<String, String> form) {
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
        String target = withoutUserInfo().resolve(location).toString();
        boolean keeps = status == 307 || status == 308;
        return keeps
                ? new WebhookRequest(method, WebhookSignature.withoutFragment(target), form)
                : WebhookRequest.of("GET", target, Map.of());
    }

    /**
     * What a request carries besides what it says.
     *
     * @param over what is signed instead of the URL as configured
     * @param authorization instead of what the URL says
     */
    record Seal(
            String authToken,
            What.@Nullable Variant over,
            String idempotencyToken,
            @Nullable String cookies,
            @Nullable String authorization) {}

    /** @throws IllegalArgumentException when the URL cannot be asked (11100) */
    HttpRequest signed(Seal seal) {
        URI uri = withoutUserInfo();
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The URL has no valid host name: " + url);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("Accept-Encoding", "gzip")
                .header("X-Twilio-Signature", WebhookSignature.of(seal.authToken(), url, form, seal.over()))
                .header("I-Twilio-Idempotency-Token", seal.idempotencyToken())
                .header("x-home-region", "us1");
        if (seal.authorization() != null) {
            request.header("Authorization", seal.authorization());
        } else if (!userInfo().isEmpty()) {
            request.header("Authorization", "Basic " + base64(userInfo()));
        }
        if (seal.cookies() != null) {
            request.header("Cookie", seal.cookies());
        }
        if (method.equals("GET")) {
            return request.GET().build();
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .method(method, HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
    }

    private String userInfo() {
        String userInfo = URI.create(url).getUserInfo();
        return userInfo == null ? "" : userInfo;
    }

    private URI withoutUserInfo() {
        String raw = URI.create(url).getRawUserInfo();
        return URI.create(raw == null ? url : url.replaceFirst(Pattern.quote(raw + "@"), ""));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
