package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon texts that people send are seen by who watches the inbox: handset, carrier, webhook, database and the stream of
 * news included. Texts are sent at their times, however long those before them take.
 */
final class InboxBench {
    private static final int SENDING = 64;
    /** Until then much of the code is being compiled, which a phone system that runs all day has behind it. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int PEOPLE = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern NUMBERED = Pattern.compile("\"body\":\"Number (\\d+):");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Programs programs;

    InboxBench(Programs programs) {
        this.programs = programs;
    }

    /** @param assistant whether the assistant answers them, too */
    void run(int perSecond, int seconds, boolean assistant)
            throws IOException, InterruptedException, ExecutionException {
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(programs, carrier)) {
            Http.forgetRested();
            phones.assistant(assistant);
            awaitNumber(carrier);
            Figure.printHead();
            new Trial(carrier, phones, perSecond * WARM_UP_SECONDS / 2)
                    .send(perSecond / 2)
                    .printLost("warming up: never seen in the inbox");
            // The carrier has closed connections that rested while the last texts were waited for.
            Http.forgetRested();
            new Trial(carrier, phones, perSecond * seconds).send(perSecond).print();
        }
    }

    private static void awaitNumber(SandboxProgram carrier) throws IOException, InterruptedException {
        CarrierApi business = CarrierApi.of(carrier.http(), CarrierApi.BUSINESS);
        Load.await(
                PATIENCE,
                () -> business.get("IncomingPhoneNumbers.json")
                        .get("incoming_phone_numbers")
                        .valueStream()
                        .anyMatch(
                                number -> number.get("phone_number").asString().equals(PhoneSystemProgram.MAIN_NUMBER)
                                        && !number.get("sms_url").asString().isEmpty()));
    }

    /** So many texts. */
    private static final class Trial {
        private final SandboxProgram carrier;
        private final PhoneSystemProgram phones;
        private final long[] sent;
        private final AtomicLongArray seen;
        private final AtomicInteger distinct = new AtomicInteger();
        private final AtomicInteger again = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicReference<String> firstRefusal = new AtomicReference<>("");
        private Duration sending = Duration.ZERO;
        private Map<String, Double> processorMillis = Map.of();

        Trial(SandboxProgram carrier, PhoneSystemProgram phones, int texts) {
            this.carrier = carrier;
            this.phones = phones;
            this.sent = new long[texts];
            this.seen = new AtomicLongArray(texts);
        }

        Trial send(int perSecond) throws IOException, InterruptedException, ExecutionException {
            Processors processors = new Processors(Map.of(
                    "carrier",
                    carrier.handle(),
                    "phone system",
                    phones.handle(),
                    "load generator",
                    ProcessHandle.current()));
            try (News news = phones.follow();
                    var handsets = Executors.newScheduledThreadPool(SENDING)) {
                news.each(this::see);
                long began = System.nanoTime();
                for (int i = 0; i < sent.length; i++) {
                    int number = i;
                    handsets.schedule(() -> write(number), i * 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
                }
                handsets.shutdown();
                handsets.awaitTermination(PATIENCE.toSeconds() + sent.length / perSecond, TimeUnit.SECONDS);
                sending = Duration.ofNanos(System.nanoTime() - began);
                Load.await(PATIENCE, () -> distinct.get() + refused.get() >= sent.length);
            }
            processorMillis = processors.millisPer(sent.length);
            return this;
        }

        private void write(int number) {
            String body = JSON.writeValueAsString(Map.of(
                    "to",
                    PhoneSystemProgram.MAIN_NUMBER,
                    "body",
                    "Number " + number + ": when are you open on Friday?"));
            sent[number] = System.nanoTime();
            try {
                carrier.http()
                        .send("POST", "/sandbox/handsets/" + person(number) + "/texts", body)
                        .accepted();
            } catch (IOException e) {
                refused.incrementAndGet();
                firstRefusal.compareAndSet("", String.valueOf(e.getMessage()));
            }
        }

        /** Fictional numbers of area codes in which nobody buys. */
        private static String person(int number) {
            int person = number % PEOPLE;
            return "+1%d555%04d".formatted(900 - person / 100, 100 + person % 100);
        }

        private void see(String event) {
            Matcher numbered = NUMBERED.matcher(event);
            if (numbered.find() && event.contains("\"kind\":\"text_in\"")) {
                int number = Integer.parseInt(numbered.group(1));
                if (seen.compareAndSet(number, 0, System.nanoTime())) {
                    distinct.incrementAndGet();
                } else {
                    again.incrementAndGet();
                }
            }
        }

        void print() throws IOException {
            double[] millis = new double[distinct.get()];
            int counted = 0;
            for (int i = 0; i < sent.length; i++) {
                if (seen.get(i) != 0) {
                    millis[counted++] = (seen.get(i) - sent[i]) / 1e6;
                }
            }
            Arrays.sort(millis);
            new Figure(
                            "texts sent by handsets",
                            Load.perSecond(sent.length, sending),
                            "/s",
                            "%,d in all".formatted(sent.length))
                    .print();
            new Figure("  not taken by the carrier", refused.get(), "", "wanted: 0 " + firstRefusal.get()).print();
            printLost("  never seen in the inbox");
            new Figure("  seen twice", again.get(), "", "wanted: 0").print();
            new Figure("from the handset to the inbox, median", at(millis, 0.5), "ms", "").print();
            new Figure("  99 of 100 within", at(millis, 0.99), "ms", "wanted: 2,000").print();
            new Figure("  longest", at(millis, 1), "ms", "").print();
            new Figure("webhook answered, median of the last thousand", at(webhookMillis(), 0.5), "ms", "").print();
            processorMillis.forEach((name, each) ->
                    new Figure("  processor time per text, " + name + ", database apart", each, "ms", "").print());
        }

        void printLost(String what) {
            new Figure(what, sent.length - distinct.get(), "", "wanted: 0").print();
        }

        private double[] webhookMillis() throws IOException {
            Http.forgetRested();
            JsonNode exchanges = JSON.readTree(
                            carrier.http().send("GET", "/sandbox/webhooks", "").accepted())
                    .get("webhooks");
            return exchanges
                    .valueStream()
                    .mapToDouble(exchange -> exchange.get("tookMs").asDouble())
                    .sorted()
                    .toArray();
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
        }
    }
}
