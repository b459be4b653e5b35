package io.cloudpbx.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes until a file has become the audience of a campaign: read, each number brought into form, each taken once, kept.
 * Beside it what the database itself takes for the same rows in the same table, and what is asked of so large a campaign afterwards.
 */
final class AudienceBench {
    private static final int WARM_UP = 20_000;
    private static final int TIMES = 3;
    private static final int LOOKS = 20;
    private static final int FEW = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of the rows that a file becomes: what is not the same in all of them. */
    private static final String COPY =
            "copy delivery (campaign_id, to_number, fields, due_at, changed_at) from stdin with (format csv)";

    private final Programs programs;

    AudienceBench(Programs programs) {
        this.programs = programs;
    }

    void run(int rows) throws IOException, InterruptedException, SQLException {
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(programs, carrier);
                Connection database =
                        DriverManager.getConnection(phones.databaseUrl(), "postgres", phones.databasePassword())) {
            Http.forgetRested();
            var trial = new Trial(phones, database);
            trial.bring(WARM_UP);
            trial.copy(WARM_UP);
            Figure.printHead();
            trial.compare(rows);
            trial.repeat(rows);
            trial.look(trial.bring(rows).campaign());
        }
    }

    /** A campaign that was made, and how long its audience took. */
    private record Made(String campaign, Duration took) {}

    private record Trial(PhoneSystemProgram phones, Connection database) {
        /** Alternately, since tables that grow become slower. */
        void compare(int rows) throws IOException, SQLException {
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
            new Figure("  times the COPY", median(brought) / median(copied), "", "wanted: at most 1.5").print();
            new Figure("  memory of the phone system grew by", phones.residentMegabytes() - before, "MB", "").print();
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

        /** @param people how many numbers there are in it @param expected how many of them are to be taken */
        private Duration bring(String id, int rows, int people, int expected) throws IOException {
            Http.forgetRested();
            String file = IntStream.range(0, rows)
                    .mapToObj(row -> "Ana" + row % 1_000 + "," + number(row % people) + "\n")
                    .collect(
                            () -> new StringBuilder("First name,Phone\n"), StringBuilder::append, StringBuilder::append)
                    .toString();
            long began = System.nanoTime();
            var intake = JSON.readTree(phones.file("/api/campaigns/" + id + "/recipients", "text/csv", file));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (intake.get("taken").asInt() != expected || intake.get("read").asInt() != rows) {
                throw new IOException("Not all rows were taken: " + intake);
            }
            return took;
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

        /** What a page about it asks for. */
        void look(String id) throws IOException, SQLException {
            try (var statement = database.createStatement()) {
                statement.execute("vacuum analyze delivery");
            }
            Http.forgetRested();
            String campaign = "/api/campaigns/" + id;
            look("list of campaigns", "/api/campaigns");
            look("the campaign, with its counts", campaign);
            look("a page of its recipients", campaign + "/deliveries?state=waiting&after=500000");
            look("why people were left out", campaign + "/reasons");
            long began = System.nanoTime();
            phones.patientGet(campaign + "/launch");
            new Figure(
                            "its launch sheet: everybody judged",
                            seconds(Duration.ofNanos(System.nanoTime() - began)),
                            "s",
                            "")
                    .print();
        }

        private void look(String what, String path) throws IOException {
            double[] millis = new double[LOOKS];
            for (int look = 0; look < LOOKS; look++) {
                long began = System.nanoTime();
                phones.get(path);
                millis[look] = (System.nanoTime() - began) / 1e6;
            }
            new Figure(what + ", median", median(millis), "ms", "").print();
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
