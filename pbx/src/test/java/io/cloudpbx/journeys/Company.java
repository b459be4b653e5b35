package io.cloudpbx.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The phone system as a developer drives it: its API with an owner's token. */
final class Company {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    Company(String base, String token) {
        this.base = base;
        this.token = token;
    }

    record Reply(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }

        /** The field that the first error names. */
        String field() {
            return body.at("/errors/0/field").asString("");
        }
    }

    String base() {
        return base;
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, Map<String, ?> body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    /** By a client that may send it again. */
    Reply postOnce(String path, String key, Map<String, ?> body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = exchange(request.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), json(answer.body()));
    }

    Reply postText(String path, String body) {
        return send("POST", path, body);
    }

    Reply postFile(String path, String type, String file) {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(file));
        var answer = exchange(request.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), json(answer.body()));
    }

    /** An answer of several lines, each a document. */
    List<JsonNode> postLines(String path, String type, String file) {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(file));
        return exchange(request.build(), BodyHandlers.ofString())
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    Reply postBytes(String path, String type, byte[] file) {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file));
        var answer = exchange(request.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), json(answer.body()));
    }

    String file(String path) {
        return exchange(request(path).GET().build(), BodyHandlers.ofString()).body();
    }

    Reply put(String path, Map<String, ?> body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        var request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(request.GET().build(), BodyHandlers.ofByteArray());
    }

    /**
     * How often a browser that was here from the first moment on is told this; waits for as many, as long as the stream's own
     * signs of life let it look at the time.
     */
    long news(String type, int most) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        try (var lines = exchange(request("/api/events?after=0").GET().build(), BodyHandlers.ofLines())
                .body()) {
            return lines.takeWhile(line -> System.nanoTime() < deadline)
                    .filter(line -> line.replace(" ", "").equals("event:" + type))
                    .limit(most)
                    .count();
        }
    }

    /** The extension with these digits. */
    JsonNode extension(String ext) {
        return get("/api/extensions")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("ext").asString().equals(ext))
                .findFirst()
                .orElseThrow();
    }

    /** Makes this extension the one that answers callers who ask for a person. */
    Reply seatOperator(String ext) {
        var present = get("/api/settings").body();
        return put(
                "/api/settings",
                Map.of(
                        "businessName", present.get("businessName").asString(),
                        "timeZone", present.get("timeZone").asString(),
                        "operatorExtension", ext,
                        "version", present.get("version").asLong()));
    }

    Reply send(String method, String path, @Nullable String body) {
        var request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        }
        var answer = exchange(request.build(), BodyHandlers.ofString());
        return new Reply(answer.statusCode(), json(answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(String body) {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
