package io.cloudpbx.sandbox.client;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Sends what the official client asks of twilio.com to a sandbox instead ({@code twilio.md} section 21), with the host as
 * the first element of the path (E10).
 */
public final class LoopbackTwilio extends HttpClient {
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
    private final String baseUrl;

    private LoopbackTwilio(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The official client, signed in with the token that both demo accounts have. */
    public static TwilioRestClient client(String baseUrl, String accountSid) {
        return new TwilioRestClient.Builder(accountSid, "sandbox")
                .httpClient(new LoopbackTwilio(baseUrl))
                .build();
    }

    /** The official client, signed in with an API key. */
    public static TwilioRestClient client(String baseUrl, String accountSid, String keySid, String secret) {
        return new TwilioRestClient.Builder(keySid, secret)
                .accountSid(accountSid)
                .httpClient(new LoopbackTwilio(baseUrl))
                .build();
    }

    @Override
    public Response makeRequest(Request request) {
        URL url = request.constructURL();
        HttpRequest.Builder rewritten = HttpRequest.newBuilder(URI.create(baseUrl + product(url) + url.getFile()))
                .header("Authorization", request.getAuthString())
                .header("Accept", "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            rewritten
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
        } else {
            rewritten.method(request.getMethod().toString(), HttpRequest.BodyPublishers.noBody());
        }
        try {
            HttpResponse<String> response = http.send(rewritten.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.body(), response.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String product(URL url) {
        String product = url.getHost().replaceFirst("\\.twilio\\.com$", "");
        return product.equals("api") ? "" : "/" + product;
    }
}
