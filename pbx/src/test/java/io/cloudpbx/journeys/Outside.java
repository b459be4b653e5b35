package io.cloudpbx.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Everybody who is not the company: callers who follow a script, and phones that answer, ring out or are busy. */
final class Outside {
    static final String MAIN_NUMBER = "+18335550100";

    private static final String ACCOUNT = "AC00000000000000000000000000000002";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String carrier;

    Outside(String carrier) {
        this.carrier = carrier;
    }

    /** Somebody calls; the TwiML says what they do once the call is answered. */
    String call(String from, String to, String script) {
        var form = Map.of("From", from, "To", to, "Twiml", "<Response>" + script + "</Response>");
        return send(api("/Calls.json")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .header("Content-Type", "application/x-www-form-urlencoded"))
                .get("sid")
                .asString();
    }

    /** Hangs up, as the caller. */
    void hangUp(String sid) {
        send(api("/Calls/" + sid + ".json")
                .POST(BodyPublishers.ofString("Status=completed"))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    String status(String sid) {
        return send(api("/Calls/" + sid + ".json").GET()).get("status").asString();
    }

    boolean isOver(String sid) {
        return List.of("completed", "failed", "busy", "no-answer", "canceled").contains(status(sid));
    }

    /** A phone that picks up after two seconds and does what the TwiML says. */
    void answers(String number, String script) {
        handset(
                number,
                Map.of("behaviour", "answer", "afterSeconds", 2, "twiml", "<Response>" + script + "</Response>"));
    }

    /** {@code ring-out}, {@code busy}, {@code reject} or {@code fail}. */
    void behaves(String number, String behaviour) {
        handset(number, Map.of("behaviour", behaviour));
    }

    private void handset(String number, Map<String, ?> behaviour) {
        send(HttpRequest.newBuilder(URI.create(carrier + "/sandbox/handsets/" + encode(number)))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Company.JSON.writeValueAsString(behaviour))));
    }

    /** What was said, heard and pressed in a call, a line each: {@code party event text}. */
    List<String> story(String sid) {
        return send(HttpRequest.newBuilder(URI.create(carrier + "/sandbox/calls/" + sid + "/transcript"))
                        .GET())
                .get("entries")
                .valueStream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.get("party").asString(),
                                entry.get("event").asString(),
                                entry.path("text").asString("")))
                .toList();
    }

    private HttpRequest.Builder api(String path) {
        String basic = Base64.getEncoder().encodeToString((ACCOUNT + ":sandbox").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(carrier + "/2010-04-01/Accounts/" + ACCOUNT + path))
                .header("Authorization", "Basic " + basic);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return Company.JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
