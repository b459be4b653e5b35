package io.cloudpbx.bench.campaigns;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The phone system as an API client sees it, whichever of its nodes answers. */
final class Company {
    static final String MAIN_NUMBER = "+18335550100";
    static final String TOKEN = "a token of the bench";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MILLION_DOLLARS_IN_CENTS = 1_000_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Company(URI base) {
        this.base = base;
    }

    /** Asked again until somebody answers: nodes come and go. */
    JsonNode get(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return exchange(request(path).GET());
            } catch (IOException notNow) {
                if (System.nanoTime() > deadline) {
                    throw notNow;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return exchange(request(path).method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    private JsonNode exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Its numbers that text, the main one first, once all of them are set up. */
    List<String> numbers() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<JsonNode> extensions =
                    get("/api/extensions").get("items").valueStream().toList();
            if (extensions.stream()
                    .allMatch(each -> each.at("/provisioning/state").asString().equals("ready"))) {
                return extensions.stream()
                        .map(each -> each.path("number").asString(""))
                        .filter(number -> !number.isEmpty())
                        .toList();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException("The extensions did not get their numbers");
    }

    /** Whatever is to be sent today may cost what it does; nobody answers what people write. */
    void spendsFreely() throws IOException, InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        get("/api/settings/messages").properties().forEach(each -> settings.put(each.getKey(), each.getValue()));
        settings.put("centsPerDay", MILLION_DOLLARS_IN_CENTS);
        settings.put("assistantOn", false);
        send("PUT", "/api/settings/messages", settings);
    }

    /** Its numbers send as many as they can on one day. */
    void sendsAllDay() throws IOException, InterruptedException {
        for (JsonNode number : get("/api/numbers?limit=200").get("items")) {
            send("PUT", "/api/numbers/" + number.get("id").asString() + "/daily-cap", Map.of("choice", "none"));
        }
    }

    /** A campaign to people who have agreed to it, which begins at once; its address. */
    String begins(String name, List<String> recipients, List<String> senders) throws IOException, InterruptedException {
        JsonNode made = send(
                "POST",
                "/api/campaigns",
                Map.of(
                        "name", name,
                        "message", "Once, whatever happens: " + name + ".",
                        "recipients", recipients,
                        "fromNumbers", senders,
                        "consent", Map.of("method", "paper", "words", "I agree.")));
        int taken = made.at("/intake/taken").asInt();
        if (taken != recipients.size()) {
            throw new IOException("Only %d of %d recipients were taken: %s".formatted(taken, recipients.size(), made));
        }
        return "/api/campaigns/" + made.at("/campaign/id").asString();
    }

    /** How many of its deliveries stand how, the total among them. */
    Map<String, Integer> counts(String campaign) throws IOException, InterruptedException {
        Map<String, Integer> counts = new HashMap<>();
        get(campaign)
                .get("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return counts;
    }

    /** How each recipient stands. */
    Map<String, String> states(String campaign) throws IOException, InterruptedException {
        Map<String, String> states = new HashMap<>();
        String after = "0";
        while (!after.isEmpty()) {
            JsonNode page = get(campaign + "/deliveries?limit=500&after=" + after);
            page.get("items")
                    .forEach(each -> states.put(
                            each.get("to").asString(), each.get("state").asString()));
            after = page.path("next").asString("");
        }
        return states;
    }
}
