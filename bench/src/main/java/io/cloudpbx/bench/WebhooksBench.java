package io.cloudpbx.bench;

import io.cloudpbx.bench.routing.LargeCompany;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon the carrier’s questions about calls are answered: signed webhooks through a deep call flow of a company with every extension
 * that three digits can name. Beside them, in the same run, what no answer can be faster than: the lightest request that asks the
 * database, at the same rate, and one row committed.
 */
final class WebhooksBench {
    private static final int CLIENTS = 64;
    private static final int AT_ONCE = 100;
    /** Until then much of the code is being compiled, which a phone system that runs all day has behind it. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int COMMITS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Programs programs;

    WebhooksBench(Programs programs) {
        this.programs = programs;
    }

    void run(int perSecond, int seconds) throws IOException, InterruptedException, ExecutionException, SQLException {
        try (SandboxProgram carrier = new SandboxProgram(programs);
                PhoneSystemProgram phones = new PhoneSystemProgram(programs, carrier);
                Connection database =
                        DriverManager.getConnection(phones.databaseUrl(), "postgres", phones.databasePassword())) {
            Http.forgetRested();
            hire(database);
            publish(phones);
            Figure.printHead();
            calls(phones, perSecond / 2, WARM_UP_SECONDS);
            Http.forgetRested();
            measure(phones, database, perSecond, seconds);
        }
    }

    /** Written beside the phone system, which takes no more than 99. */
    private static void hire(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter table extension drop constraint extension_ext_check");
            statement.execute("""
                    insert into extension (id, ext, name, department, email, forward_to, created_at)
                    select gen_random_uuid(), lpad(n::text, 3, '0'), 'Person ' || n, 'Department ' || n / 100, '', '+1415555' || lpad(n::text, 4, '0'), now()
                    from generate_series(0, %d) n on conflict do nothing""".formatted(LargeCompany.LAST));
        }
    }

    private static void publish(PhoneSystemProgram phones) throws IOException {
        var draft = phones.get("/api/callflow/draft");
        phones.put(
                "/api/callflow/draft",
                JSON.writeValueAsString(Map.of("plan", LargeCompany.alwaysOpen(), "version", draft.get("version"))));
        var written = phones.get("/api/callflow/draft");
        phones.post(
                "/api/callflow/publish",
                JSON.writeValueAsString(Map.of(
                        "version", written.get("version"), "published", written.get("published"), "note", "Bench")));
    }

    private static IncomingCalls calls(PhoneSystemProgram phones, int perSecond, int seconds)
            throws InterruptedException, ExecutionException {
        var calls = new IncomingCalls(phones.carriersDoor(), LargeCompany.MENUS, perSecond * seconds, AT_ONCE);
        Load.paced(perSecond, calls.requests(), CLIENTS, calls::ask);
        return calls;
    }

    private static void measure(PhoneSystemProgram phones, Connection database, int perSecond, int seconds)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var calls = new IncomingCalls(phones.carriersDoor(), LargeCompany.MENUS, perSecond * seconds, AT_ONCE);
        Processors processors = new Processors(
                        Map.of("phone system", phones.handle(), "load generator", ProcessHandle.current()))
                .andChildren("database", phones.handle());
        var webhooks = Load.paced(perSecond, calls.requests(), CLIENTS, calls::ask);
        var millis = processors.millisPer(calls.requests());
        Http.forgetRested();
        AtomicInteger ill = new AtomicInteger();
        var health = Load.paced(perSecond, perSecond * seconds / 4, CLIENTS, i -> {
            if (phones.carriersDoor().send("GET", "/health", "").status() != 200) {
                ill.incrementAndGet();
            }
        });
        var commits = commits(database);

        new Figure("processors of this machine", Runtime.getRuntime().availableProcessors(), "", "").print();
        new Figure("webhooks answered", webhooks.perSecond(), "/s", "%,d in all".formatted(calls.requests())).print();
        new Figure("  not as the call flow has it", calls.wrong(), "", "wanted: 0 " + calls.firstWrong()).print();
        new Figure("  decided without the database, so far", byHeart(database), "", "wanted: 0").print();
        print("answered, from when it was due", webhooks, "wanted: below 10");
        print("/health at the same rate", health, "");
        new Figure("  not well", ill.get(), "", "wanted: 0").print();
        print("one row inserted and committed, alone", commits, "");
        millis.forEach((name, each) -> new Figure("  processor time per webhook, " + name, each, "ms", "").print());
        new Figure("  memory of the phone system", phones.residentMegabytes(), "MB", "").print();
    }

    private static void print(String what, Load.Course course, String wanted) {
        new Figure(what + ", median", course.millis(0.5), "ms", "").print();
        new Figure("  99 of 100 within", course.millis(0.99), "ms", wanted).print();
        new Figure("  999 of 1,000 within", course.millis(0.999), "ms", "").print();
        new Figure("  longest", course.millis(1), "ms", "").print();
    }

    /** Steps for which the database had no time, on a machine that has too little for all. */
    private static int byHeart(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var steps = statement.executeQuery(
                        "select count(*) from call_step where reason like '%decided without the database%'")) {
            steps.next();
            return steps.getInt(1);
        }
    }

    private static Load.Course commits(Connection database)
            throws SQLException, InterruptedException, ExecutionException {
        try (var statement = database.createStatement();
                var insert = database.prepareStatement("insert into bench_commit (id, at) values (?, now())")) {
            statement.execute("create table bench_commit (id bigint primary key, at timestamptz)");
            return Load.run(COMMITS, 1, i -> commit(insert, i));
        }
    }

    private static void commit(PreparedStatement insert, int id) throws IOException {
        try {
            insert.setLong(1, id);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
