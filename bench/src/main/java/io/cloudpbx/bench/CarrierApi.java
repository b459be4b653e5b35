package io.cloudpbx.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account's requests, each sent once. */
record CarrierApi(HttpClient http, String url, String account) {
    static final String BUSINESS = "AC" + "0".repeat(31) + "1";
    static final String OUTSIDE = "AC" + "0".repeat(31) + "2";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @return the status that came back */
    int post(String path, String... form) throws IOException, InterruptedException {
        return http.send(request(path).POST(form(form)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    JsonNode create(String path, String... form) throws IOException, InterruptedException {
        return read(http.send(request(path).POST(form(form)).build(), BodyHandlers.ofString()));
    }

    /** Below the account, or with a leading slash below the server. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return read(http.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        String below = path.startsWith("/") ? path : "/2010-04-01/Accounts/" + account + "/" + path;
        String credentials =
                Base64.getEncoder().encodeToString((account + ":sandbox").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + below))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.BodyPublisher form(String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return BodyPublishers.ofString(form.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
