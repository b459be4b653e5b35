package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.store.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody of a role, at the API of a {@link WebTest}. */
public final class ApiPerson {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    private ApiPerson(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static ApiPerson of(Role role, int port, BeanFactory beans) {
        var user = beans.getBean(Users.class).add("Dana", UUID.randomUUID() + "@example.com", null, role);
        String token = beans.getBean(ApiTokens.class)
                .create(user, "test", role, Duration.ofDays(1), "127.0.0.1")
                .text();
        return new ApiPerson("http://localhost:" + port, token);
    }

    /** What came back. */
    public record Answer(int status, String text) {
        public JsonNode body() {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        }

        public String code() {
            return body().path("code").asString("");
        }

        /** One field of every item. */
        public List<String> each(String pointer) {
            return body().path("items")
                    .valueStream()
                    .map(item -> item.at(pointer).asString(""))
                    .toList();
        }
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** @param key by which the request is known when it is sent again */
    public Answer postOnce(String path, String json, String key) {
        return send("POST", path, json, "Idempotency-Key", key);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    private Answer send(String method, String path, String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
