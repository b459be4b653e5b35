package io.cloudpbx.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How soon a year of calls is summed up, by days that were counted before, and looked through; and beside it what the database itself takes
 * for no more than the first of these sums over the rows.
 */
final class AnalyticsBench {
    private static final int DAYS = 365;
    private static final int LOOKS = 100;
    private static final int LOOKS_AT_ROWS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Spread over the year as offices are called: by day rather than at night, and seldom at the weekend. */
    private static final String CALLS = """
            insert into call (id, carrier_id, from_e164, to_e164, started_at, answered_at, ended_at, news_at, place, outcome, extension_id, summary)
            select gen_random_uuid(), 'CA' || lpad(to_hex(n), 32, '0'), '+14155550142', '+1833555010' || n %% 4, at,
                   case when n %% 10 < 6 then at + (5 + n %% 80) * interval '1 second' end, at + interval '4 minutes', at, 'ended',
                   case when n %% 10 < 6 then 'answered' when n %% 10 < 7 then 'handled' when n %% 10 < 8 then 'voicemail'
                        when n %% 10 < 9 then 'missed' else 'abandoned' end,
                   (select array_agg(id order by id) from extension)[1 + n %% (select count(*) from extension)::int], ''
            from (select n, date_trunc('day', now()) - (n %% 365) * interval '1 day'
                            - case when extract(isodow from date_trunc('day', now()) - (n %% 365) * interval '1 day') > 5
                                   then interval '1 day' * (n %% 5 + 1) else interval '0' end
                            - (random() + random()) * interval '6 hours' - interval '2 hours' as at
                  from generate_series(1, %d) as n) as spread
            where at > now() - interval '365 days'""";

    private static final String PLAIN = """
            select extract(isodow from started_at at time zone 'America/New_York'), extract(hour from started_at at time zone 'America/New_York'),
                   outcome, count(*)
            from call where started_at >= now() - interval '365 days' group by 1, 2, 3""";

    private static final String REMADE = "tablename = 'call' and indexdef not like 'CREATE UNIQUE %'";

    private final Programs programs;

    AnalyticsBench(Programs programs) {
        this.programs = programs;
    }

    void run(int calls) throws IOException, InterruptedException, SQLException {
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(programs, carrier);
                Connection database =
                        DriverManager.getConnection(phones.databaseUrl(), "postgres", phones.databasePassword())) {
            Figure.printHead();
            fill(database, calls);
            awaitCounting(database);
            new Figure("calls of the year", number(database, "select count(*) from call"), "calls", "").print();
            execute(database, "vacuum analyze figure_day, figure_quarter");
            look(phones, "calls", "a week", 7, "");
            look(phones, "calls", "90 days", 90, "");
            look(phones, "calls", "a year", DAYS, "wanted: 300");
            look(phones, "costs", "a year", DAYS, "");
            lookThrough(phones);
            double[] fromRows = plain(database);
            print("the heat map of the year alone, from the rows, median", median(fromRows), "");
            print("the same, slowest of " + LOOKS_AT_ROWS, fromRows[fromRows.length - 1], "");
        }
    }

    /** Indexes are made when all is there, which takes a fraction of the time of keeping them meanwhile. */
    private static void fill(Connection database, int calls) throws SQLException {
        List<String> indexes = texts(database, "select indexdef from pg_indexes where " + REMADE);
        for (String name : texts(database, "select indexname from pg_indexes where " + REMADE)) {
            execute(database, "drop index " + name);
        }
        execute(database, CALLS.formatted(calls));
        execute(database, "set maintenance_work_mem = '256MB'");
        for (String index : indexes) {
            execute(database, index);
        }
        execute(database, "vacuum analyze call");
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The program notices by itself that there are days to count. */
    private static void awaitCounting(Connection database) throws InterruptedException, SQLException {
        long began = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long counted = counted(database); counted < DAYS - 1; counted = counted(database)) {
            if (counted > 0 && began == 0) {
                began = System.nanoTime();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only " + counted + " days are counted");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        new Figure("a year counted day by day, once", (System.nanoTime() - began) / 1e9, "s", "").print();
    }

    private static long counted(Connection database) throws SQLException {
        return number(database, "select count(*) from figure_counted where subject = 'calls'");
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** The log of the same calls, as somebody who looks for one asks for it. */
    private static void lookThrough(PhoneSystemProgram phones) throws IOException {
        String extension =
                phones.get("/api/extensions").get("items").get(0).get("ext").asString();
        String monthsAgo = "to=" + LocalDate.now().minusMonths(7);
        look(phones, "/api/calls?limit=100", "newest page of the log", "");
        look(phones, "/api/calls?limit=100&" + monthsAgo, "a page of seven months ago", "");
        look(phones, "/api/calls?limit=100&outcome=missed&" + monthsAgo, "the same, of those missed", "");
        look(phones, "/api/calls?limit=100&ext=" + extension + "&" + monthsAgo, "the same, of one extension", "");
        look(phones, "/api/calls?limit=100&q=14155550142&" + monthsAgo, "the same, of one caller", "");
    }

    private static void look(PhoneSystemProgram phones, String report, String what, int days, String wanted)
            throws IOException {
        LocalDate today = LocalDate.now();
        String path = "/api/analytics/" + report + "?from=" + today.minusDays(days - 1L) + "&to=" + today;
        look(phones, path, report + " of " + what, wanted);
    }

    private static void look(PhoneSystemProgram phones, String path, String what, String wanted) throws IOException {
        Http.forgetRested();
        double[] millis = new double[LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            long began = System.nanoTime();
            phones.get(path);
            millis[look] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        print(what + ", median", median(millis), wanted);
        print("the same, 99 of 100 within", millis[LOOKS - 2], "");
    }

    private static void print(String what, double millis, String comparison) {
        new Figure(what, millis, "ms", comparison).print();
    }

    /** Sorted. */
    private static double[] plain(Connection database) throws SQLException {
        double[] millis = new double[LOOKS_AT_ROWS];
        for (int look = 0; look < millis.length; look++) {
            long began = System.nanoTime();
            try (var statement = database.createStatement();
                    var found = statement.executeQuery(PLAIN)) {
                while (found.next()) {
                    // Rows are read as a program would have to.
                    found.getLong(4);
                }
            }
            millis[look] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
