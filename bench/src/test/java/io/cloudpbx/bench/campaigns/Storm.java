package io.cloudpbx.bench.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.bench.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many people who write that they want no more, at once, while a campaign runs. The rule: once our webhook has answered such a text
 * with 2xx, no request for that person begins, but for one whose look at the opt-outs was made before (C3). A look and its request are
 * less than a second apart.
 */
final class Storm {
    private static final Duration ON_THE_WIRE = Duration.ofSeconds(1);
    /** So many have written and wait for their answer at any moment. */
    private static final int AT_ONCE = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CAMPAIGN = "Once, whatever happens";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Installation installation;
    private final List<String> people;

    Storm(Installation installation, List<String> people) {
        this.installation = installation;
        this.people = people;
    }

    /** The carrier knows the one word itself; the other only we understand. */
    private static String words(int person) {
        return person % 2 == 0 ? "STOP" : "Please stop texting me";
    }

    void write() throws Exception {
        Http.forgetRested();
        List<Future<?>> writing = new ArrayList<>();
        try (var handsets = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int person = 0; person < people.size(); person++) {
                String number = people.get(person);
                String text = JSON.writeValueAsString(Map.of("to", Company.MAIN_NUMBER, "body", words(person)));
                writing.add(handsets.submit(() -> {
                    installation.control("POST", "/sandbox/handsets/" + number + "/texts", text);
                    awaitAnswer(number);
                    return null;
                }));
            }
        }
        for (Future<?> each : writing) {
            each.get();
        }
    }

    private void awaitAnswer(String person) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!installation.front().hasTaken(person) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** @param states how each recipient of the campaign stands by us */
    void judge(Map<String, String> states) throws IOException {
        Map<String, Long> answered = answered();
        assertThat(answered.keySet()).as("whose STOP was answered").containsAll(people);
        int spared = 0;
        for (String person : people) {
            int got = campaignTexts(person);
            spared += got == 0 ? 1 : 0;
            assertThat(got).as(person).isLessThanOrEqualTo(1);
            assertThat(states.get(person))
                    .as(person + " got " + got)
                    .isIn(
                            got == 0
                                    ? Set.of("skipped", "failed", "checking", "notConfirmed")
                                    : Set.of("sent", "delivered"));
        }
        assertThat(spared).as("whom the storm spared the text").isGreaterThan(people.size() / 4);
        assertThat(tooLate(answered)).as("asked for after STOP was answered").isEmpty();
    }

    private Map<String, Long> answered() {
        Map<String, Long> answered = new HashMap<>();
        installation.front().passed().stream()
                .filter(Relay.Passed::wasTaken)
                .forEach(text -> answered.merge(text.from(), text.answered(), Math::min));
        return answered;
    }

    private List<String> tooLate(Map<String, Long> answered) {
        return installation.nodes().stream()
                .flatMap(node -> node.wayToCarrier().passed().stream())
                .filter(text -> text.body().contains(CAMPAIGN) && people.contains(text.to()))
                .filter(text -> text.asked() - answered.getOrDefault(text.to(), Long.MAX_VALUE) > ON_THE_WIRE.toNanos())
                .map(Relay.Passed::to)
                .toList();
    }

    private int campaignTexts(String person) throws IOException {
        byte[] screen = installation
                .carrier()
                .send("GET", "/sandbox/handsets/" + person + "/texts", "")
                .accepted();
        return (int) JSON.readTree(screen)
                .get("texts")
                .valueStream()
                .filter(text -> text.get("direction").asString().equals("in")
                        && text.get("body").asString().contains(CAMPAIGN))
                .count();
    }
}
