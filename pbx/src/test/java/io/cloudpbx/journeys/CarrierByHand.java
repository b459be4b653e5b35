package io.cloudpbx.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Asks the phone system as the carrier does, request by request, signed or not. */
final class CarrierByHand {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    CarrierByHand(String base) {
        this.base = base;
    }

    HttpResponse<String> signed(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(path, form, signature(path, form));
    }

    HttpResponse<String> post(String path, Map<String, String> form, @Nullable String signature)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** @throws CompletionException with the answer in its cause, when it is not let in */
    WebSocket connect(String url, String signature, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("X-Twilio-Signature", signature)
                .buildAsync(URI.create(url), listener)
                .join();
    }

    String signature(String path, Map<String, String> form) {
        return signatureOf(base + path, form);
    }

    /** Written from twilio.md section 4, apart from the code that is tested. */
    static String signatureOf(String url, Map<String, String> form) {
        var data = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("sandbox".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}
