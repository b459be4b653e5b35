package io.cloudpbx.bench;

import io.cloudpbx.bench.campaigns.Afternoon;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes until a file has become the audience of a campaign: read, each number brought into form, each taken once, kept.
 * Beside it what the database itself takes for the same rows in the same table, and what is asked of so large a campaign afterwards.
 */
final class AudienceBench {
    private static final int WARM_UP = 20_000;
    private static final int TIMES = 3;
    private static final int FEW = 1_000;

    /** Texts a second while it is looked at: enough to be seen, few enough that most still wait. */
    private static final int RATE = 200;

    private static final double TIMES_THE_COPY = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of the rows that a file becomes: what is not the same in all of them. */
    private static final String COPY =
            "copy delivery (campaign_id, to_number, fields, due_at, changed_at) from stdin with (format csv)";

    private final Programs programs;

    AudienceBench(Programs programs) {
        this.programs = programs;
    }

    /** @return whether a file takes no longer than it may beside the database itself, and every look is fast */
    boolean run(int rows) throws IOException, InterruptedException, SQLException {
        Duration ahead = Afternoon.ahead(Instant.now());
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(
                        programs.phoneSystem(Afternoon.class, Afternoon.option(ahead)),
                        carrier,
                        Map.of("CLOUDPBX_CAMPAIGN_TOLL_FREE_RATE", "" + RATE));
                Connection database =
                        DriverManager.getConnection(phones.databaseUrl(), "postgres", phones.databasePassword())) {
            Http.forgetRested();
            carrier.goAhead(ahead);
            carrier.allow(PhoneSystemProgram.MAIN_NUMBER, RATE);
            phones.spendsFreely();
            var trial = new Trial(phones, database);
            trial.bring(WARM_UP);
            trial.copy(WARM_UP);
            Figure.printHead();
            boolean quick = trial.compare(rows);
            trial.repeat(rows);
            return trial.watch(rows) && quick;
        }
    }

    /** Something that is done once. */
    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    /** A campaign that was made, and how long its audience took. */
    private record Made(String campaign, Duration took) {}

    private record Trial(PhoneSystemProgram phones, Connection database) {
        /** Alternately, since tables that grow become slower. */
        boolean compare(int rows) throws IOException, SQLException {
            double[] brought = new double[TIMES];
            double[] copied = new double[TIMES];
            double before = phones.residentMegabytes();
            for (int time = 0; time < TIMES; time++) {
                copied[time] = seconds(copy(rows));
                forget();
                Made made = bring(rows);
                brought[time] = seconds(made.took());
                forget();
            }
            new Figure("COPY of %,d rows into the table of deliveries, median".formatted(rows), median(copied), "s", "")
                    .print();
            new Figure("the same rows from a CSV file by API, median", median(brought), "s", "").print();
            double times = median(brought) / median(copied);
            new Figure("  times the COPY", times, "", "wanted: at most " + TIMES_THE_COPY).print();
            new Figure("  memory of the phone system grew by", phones.residentMegabytes() - before, "MB", "").print();
            return times <= TIMES_THE_COPY;
        }

        /** Lists in which people stand more than once, or who are in the audience already. */
        void repeat(int rows) throws IOException, SQLException {
            String id = draft();
            Duration few = bring(id, rows, FEW, FEW);
            new Figure("a CSV file of as many lines and %,d numbers".formatted(FEW), seconds(few), "s", "").print();
            forget();
            Made made = bring(rows);
            Duration again = bring(made.campaign(), rows, rows, 0);
            new Figure("a CSV file of people who are all in the audience already", seconds(again), "s", "").print();
            forget();
        }

        Made bring(int rows) throws IOException {
            String id = draft();
            return new Made(id, bring(id, rows, rows, rows));
        }

        /** People who may be texted: their consent is written down with them. */
        private Made agreed(int rows) throws IOException {
            String id = draft();
            return new Made(
                    id, bring(id + "/recipients?consentMethod=paper&consentWords=I+agree", file(rows, rows), rows));
        }

        /** @param people how many numbers there are in it @param expected how many of them are to be taken */
        private Duration bring(String id, int rows, int people, int expected) throws IOException {
            return bring(id + "/recipients", file(rows, people), expected);
        }

        private Duration bring(String path, String file, int expected) throws IOException {
            Http.forgetRested();
            long began = System.nanoTime();
            var intake = JSON.readTree(phones.file("/api/campaigns/" + path, "text/csv", file));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (intake.get("taken").asInt() != expected) {
                throw new IOException("Not all rows were taken: " + intake);
            }
            return took;
        }

        private static String file(int rows, int people) {
            return IntStream.range(0, rows)
                    .mapToObj(row -> "Ana" + row % 1_000 + "," + number(row % people) + "\n")
                    .collect(
                            () -> new StringBuilder("First name,Phone\n"), StringBuilder::append, StringBuilder::append)
                    .toString();
        }

        private String draft() throws IOException {
            // While rows were copied, the phone system closed connections that rested.
            Http.forgetRested();
            String body = JSON.writeValueAsString(Map.of(
                    "name",
                    "Measured",
                    "message",
                    "Hi {{firstName|there}}, half price this week.",
                    "recipients",
                    new String[0],
                    "fromNumber",
                    PhoneSystemProgram.MAIN_NUMBER,
                    "draft",
                    true));
            return phones.post("/api/campaigns", body).at("/campaign/id").asString();
        }

        Duration copy(int rows) throws IOException, SQLException {
            String id = draft();
            byte[] lines = IntStream.range(0, rows)
                    .mapToObj(row -> id + "," + number(row) + ",\"{\"\"firstName\"\": \"\"Ana" + row % 1_000
                            + "\"\"}\",2026-11-29T08:00:00Z,2026-11-29T08:00:00Z\n")
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();
            database.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(lines));
            return Duration.ofNanos(System.nanoTime() - began);
        }

        /** As empty as at first, so that each finds the same table. */
        private void forget() throws SQLException {
            try (var statement = database.createStatement()) {
                statement.execute("truncate delivery, campaign cascade");
                statement.execute("checkpoint");
            }
        }

        /** What pages ask for while nothing leaves, while texts leave, and when most of it was canceled. */
        boolean watch(int rows) throws IOException, InterruptedException, SQLException {
            var looks = new Looks(phones);
            Map<String, Double> small = looks.at(path(bring(FEW)), FEW);
            String campaign = path(agreed(rows));
            settle();
            boolean fast = Looks.tell("as a draft", looks.at(campaign, rows), small);
            timed("its launch sheet: everybody judged", () -> phones.patientGet(campaign + "/launch"));
            timed("its start", () -> phones.post(campaign + "/start", "{\"confirm\":%d}".formatted(rows)));
            timed("  until the first %,d were sent".formatted(FEW), () -> awaitSent(campaign));
            fast &= Looks.tell("while texts leave", looks.at(campaign, rows), small);
            timed("pausing it", () -> phones.post(campaign + "/pause", "{}"));
            timed("canceling it", () -> phones.patientPost(campaign + "/cancel", "{}"));
            return Looks.tell("when it was canceled", looks.at(campaign, rows), small) && fast;
        }

        private static String path(Made made) {
            return "/api/campaigns/" + made.campaign();
        }

        /** As the database does by itself after a while. */
        private void settle() throws SQLException {
            try (var statement = database.createStatement()) {
                statement.execute("vacuum analyze delivery");
            }
        }

        private void awaitSent(String campaign) throws IOException, InterruptedException {
            if (!Load.await(PATIENCE, () -> hasLeft(phones.get(campaign).get("counts")))) {
                throw new IOException("Too few texts left: " + phones.get(campaign));
            }
        }

        private static boolean hasLeft(JsonNode counts) {
            return counts.get("sent").asLong() + counts.get("delivered").asLong() >= FEW;
        }

        private static void timed(String what, Step step) throws IOException, InterruptedException {
            Http.forgetRested();
            long began = System.nanoTime();
            step.take();
            new Figure(what, seconds(Duration.ofNanos(System.nanoTime() - began)), "s", "").print();
        }

        /** Of area codes that there are; nothing is sent to them. */
        private static String number(int row) {
            return "+1%d555%04d".formatted(201 + row / 10_000, row % 10_000);
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
