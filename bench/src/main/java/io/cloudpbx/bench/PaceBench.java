package io.cloudpbx.bench;

import io.cloudpbx.bench.campaigns.Afternoon;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One campaign from many numbers at the rate of each, the carrier and the database on the same processors: whether they keep it
 * up, whether any is too fast in any second, and what a text costs. The carrier's ledger judges.
 */
final class PaceBench {
    private static final int WARM_UP_SECONDS = 180;
    private static final int LINES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the senders have their numbers, and where the people live: it is afternoon there. */
    private static final List<Integer> AREA_CODES = List.of(
            209, 213, 279, 310, 323, 408, 415, 424, 442, 510, 530, 559, 562, 619, 626, 628, 650, 657, 661, 669, 707,
            714, 747, 760, 805, 818, 831, 858, 909, 916, 925, 949, 951);

    private final Programs programs;

    PaceBench(Programs programs) {
        this.programs = programs.withRoomForTexts();
    }

    /**
     * @param rate segments a second and number
     * @return whether everybody got their text and no number was ever too fast, which does not depend on the machine
     */
    boolean run(int senders, double rate, int seconds) throws IOException, InterruptedException, SQLException {
        Duration ahead = Afternoon.ahead(Instant.now());
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(
                        programs.phoneSystem(Afternoon.class, Afternoon.option(ahead)),
                        carrier,
                        Map.of("CLOUDPBX_CAMPAIGN_LOCAL_RATE", "" + rate));
                Connection database =
                        DriverManager.getConnection(phones.databaseUrl(), "postgres", phones.databasePassword())) {
            Http.forgetRested();
            carrier.goAhead(ahead);
            phones.spendsFreely();
            List<String> numbers = buy(senders, rate, carrier, database);
            Http.forgetRested();
            try (CarrierWitness witness = new CarrierWitness(carrier.http())) {
                return new Trial(carrier, phones, witness, numbers, rate, seconds).run();
            }
        }
    }

    /** Written beside the phone system, which would take hours to buy so many politely. */
    private static List<String> buy(int senders, double rate, SandboxProgram carrier, Connection database)
            throws IOException, SQLException {
        CarrierApi business = CarrierApi.of(carrier.http(), CarrierApi.BUSINESS);
        List<String> numbers = new ArrayList<>();
        try (var insert = database.prepareStatement("""
                insert into phone_number (id, purpose, e164, carrier_id, label, state, created_at, changed_at)
                values (?, 'extension', ?, ?, 'Bench', 'ready', now(), now())""")) {
            for (int i = 0; numbers.size() < senders; i++) {
                String number = "+1%d555%04d".formatted(AREA_CODES.get(i / LINES), LINES + i % LINES);
                String id = business.createOrNot("IncomingPhoneNumbers.json", "PhoneNumber", number)
                        .path("sid")
                        .asString("");
                if (id.isEmpty()) {
                    // Not every number is for sale.
                    continue;
                }
                carrier.allow(number, rate);
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, number);
                insert.setString(3, id);
                insert.executeUpdate();
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** So many seconds of it. */
    private record Trial(
            SandboxProgram carrier,
            PhoneSystemProgram phones,
            CarrierWitness witness,
            List<String> senders,
            double rate,
            int seconds) {
        boolean run() throws IOException, InterruptedException {
            int recipients = (int) (allowed() * (WARM_UP_SECONDS + seconds));
            String campaign = made();
            phones.file(
                    campaign + "/recipients?consentMethod=paper&consentWords=I+agree", "text/csv", file(recipients));
            Instant started = carriersTime();
            phones.post(campaign + "/start", "{\"confirm\":%d}".formatted(recipients));
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            Http.forgetRested();

            Map<String, ProcessHandle> processes = new LinkedHashMap<>();
            processes.put("carrier", carrier.handle());
            processes.put("phone system", phones.handle());
            Processors processors = new Processors(processes).andChildren("database", phones.handle());
            Instant began = carriersTime();
            TimeUnit.SECONDS.sleep(seconds);
            Http.forgetRested();
            Instant ended = carriersTime();
            witness.catchUp();
            long during = witness.deliveries(began, ended);
            Map<String, Double> each = processors.millisPer(Math.max(1, during));
            tell(Load.perSecond(during, Duration.between(began, ended)), each);
            boolean reached = allAreReached(campaign, recipients);
            tellOfHaste(started, began, ended);
            return reached && witness.tooFast() == 0;
        }

        private double allowed() {
            return senders.size() * rate;
        }

        private void tell(double perSecond, Map<String, Double> processorMillis) throws IOException {
            Figure.printHead();
            new Figure("processors of this machine", Runtime.getRuntime().availableProcessors(), "", "").print();
            new Figure("delivered a second", perSecond, "/s", "allowed: %,.0f".formatted(allowed())).print();
            new Figure("  of what is allowed", 100 * perSecond / allowed(), "%", "wanted: 98").print();
            processorMillis.forEach(
                    (name, millis) -> new Figure("  processor time per delivery, " + name, millis, "ms", "").print());
            new Figure("  memory of the phone system", phones.residentMegabytes(), "MB", "").print();
        }

        private boolean allAreReached(String campaign, int recipients) throws IOException, InterruptedException {
            Http.forgetRested();
            boolean ended = Load.await(PATIENCE, () -> isDone(campaign));
            long missing = recipients - delivered(campaign);
            new Figure("  not delivered in the end", missing, "", ended ? "wanted: 0" : "not ended").print();
            return missing == 0;
        }

        private void tellOfHaste(Instant started, Instant began, Instant ended) throws InterruptedException {
            witness.catchUp();
            String when = witness.firstTooFast()
                    .map(first -> ", first %d s after the start"
                            .formatted(Duration.between(started, first).toSeconds()))
                    .orElse("");
            new Figure(
                            "seconds in which a number was too fast, by the carrier",
                            witness.tooFast(),
                            "",
                            "wanted: 0" + when)
                    .print();
            new Figure("  of them in what was measured", witness.tooFast(began, ended), "", "wanted: 0").print();
        }

        private String made() throws IOException {
            String body = JSON.writeValueAsString(Map.of(
                    "name",
                    "Measured",
                    "message",
                    "Half price this week.",
                    "recipients",
                    List.of(),
                    "fromNumbers",
                    senders,
                    "draft",
                    true));
            return "/api/campaigns/"
                    + phones.post("/api/campaigns", body).at("/campaign/id").asString();
        }

        private static String file(int recipients) {
            return IntStream.range(0, recipients)
                    .mapToObj(person -> "+1%d555%04d\n"
                            .formatted(AREA_CODES.get(person % AREA_CODES.size()), 1_000 + person / AREA_CODES.size()))
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
        }

        private long delivered(String campaign) throws IOException {
            return phones.get(campaign).at("/counts/delivered").asLong();
        }

        private boolean isDone(String campaign) throws IOException {
            return phones.get(campaign).get("state").asString().equals("done")
                    && phones.get(campaign).at("/counts/sent").asLong() == 0;
        }

        private Instant carriersTime() throws IOException {
            return Instant.parse(JSON.readTree(
                            carrier.http().send("GET", "/sandbox/time", "").accepted())
                    .get("now")
                    .asString());
        }
    }
}
