package io.cloudpbx.sandbox.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bare requests to the REST API of one account; paths without a leading slash are below the account. */
public record Rest(String baseUrl, String accountSid, String user, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Rest(String baseUrl, String accountSid, String token) {
        this(baseUrl, accountSid, accountSid, token);
    }

    public static Rest as(String baseUrl, String accountSid) {
        return new Rest(baseUrl, accountSid, "sandbox");
    }

    /** The same account, asked by a new API key of its own. */
    public Rest withKey() {
        Reply key = post("Keys.json");
        return new Rest(baseUrl, accountSid, key.text("sid"), key.text("secret"));
    }

    /** An answer as it came. */
    public record Reply(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** Twilio's error code. */
        public int code() {
            return json().path("code").asInt();
        }

        public String text(String field) {
            return json().path(field).asString();
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Names and values in turn. */
    public Reply post(String path, String... form) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < form.length; i += 2) {
            body.add(encode(form[i]) + "=" + encode(form[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public HttpRequest.Builder request(String path) {
        String absolute = path.startsWith("/") ? path : "/2010-04-01/Accounts/" + accountSid + "/" + path;
        String credentials = user + ":" + token;
        return HttpRequest.newBuilder(URI.create(baseUrl + absolute))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
