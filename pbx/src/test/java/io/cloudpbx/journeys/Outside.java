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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Somebody texts; the text's id at the carrier. */
    String texts(String from, String to, String body) {
        return control("POST", "/sandbox/handsets/" + encode(from) + "/texts", Map.of("to", to, "body", body))
                .get("sid")
                .asString();
    }

    /** Somebody sends pictures, which the carrier fetches from these addresses. */
    String sendsPictures(String from, String to, String body, List<String> urls) {
        return control(
                        "POST",
                        "/sandbox/handsets/" + encode(from) + "/texts",
                        Map.of("to", to, "body", body, "mediaUrls", urls))
                .get("sid")
                .asString();
    }

    /** What a handset has got, oldest first, the carrier's own replies among it. */
    List<String> received(String number) {
        return screen(number)
                .filter(text -> text.get("direction").asString().equals("in"))
                .map(text -> text.get("body").asString())
                .toList();
    }

    /** Of which types the pictures are that have come. */
    List<String> picturesOf(String number) {
        return screen(number)
                .filter(text -> text.get("direction").asString().equals("in"))
                .flatMap(text -> text.get("media").valueStream())
                .map(medium -> medium.get("contentType").asString())
                .toList();
    }

    private Stream<JsonNode> screen(String number) {
        var texts = control("GET", "/sandbox/handsets/" + encode(number) + "/texts", null)
                .get("texts")
                .valueStream()
                .sorted(Comparator.comparing(text -> text.get("at").asString()))
                .toList();
        return texts.stream();
    }

    /** How a handset takes texts, such as {@code {"behaviour":"unreachable"}}. */
    void takesTexts(String number, Map<String, ?> how) {
        control("PUT", "/sandbox/handsets/" + encode(number) + "/texting", how);
    }

    /** Something goes wrong at the carrier from now on; its id. */
    String breaks(Map<String, ?> rule) {
        return control("POST", "/sandbox/faults", rule).path("id").asString("");
    }

    /** The carrier answers the next change of a call like this. */
    void nextChangeFails(int status, boolean executed) {
        breaks(Map.of(
                "where",
                Map.of("part", "rest", "method", "POST", "route", "*/Calls/*"),
                "what",
                Map.of("fault", "answer", "statuses", List.of(Map.of("status", status)), "executed", executed),
                "howOften",
                Map.of("first", 1)));
    }

    /** Everything works again. */
    void works() {
        control("DELETE", "/sandbox/faults", null);
    }

    JsonNode control(String method, String path, @Nullable Object body) {
        var publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Company.JSON.writeValueAsString(body));
        return send(HttpRequest.newBuilder(URI.create(carrier + path))
                .header("Content-Type", "application/json")
                .method(method, publisher));
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
