package io.cloudpbx.journeys;

import com.microsoft.playwright.Page;
import io.cloudpbx.CloudPbx;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.phone.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The phone system and its carrier, talking only as Twilio and its customers do. One pair serves all journeys of a JVM. */
final class TwoPrograms implements AutoCloseable {
    /** Rings and speech pass this much faster; answers of the phone system do not. */
    private static final double HASTE = 30;

    /** Stands for the phone system's port in a setting. */
    static final String PORT = "{port}";

    static final String ADMIN_TOKEN = "a token of the tests";

    private final Path data = temporaryFolder();
    private final Sandbox carrier;
    private final ConfigurableApplicationContext phoneSystem;
    private final Company company;
    private final Outside outside;

    private TwoPrograms(double speed, UnaryOperator<String> wayToCarrier) {
        this(Sandbox.start(framed(speed)), wayToCarrier);
    }

    private TwoPrograms(Sandbox carrier, UnaryOperator<String> wayToCarrier, String... settings) {
        this(carrier, wayToCarrier, CloudPbx.class, settings);
    }

    private TwoPrograms(Sandbox carrier, UnaryOperator<String> wayToCarrier, Class<?> program, String... settings) {
        // The public URL must be known before the server listens.
        int port = FreePort.pick();
        this.carrier = carrier;
        phoneSystem = start(program, port, wayToCarrier.apply(carrier.baseUrl()), settings);
        company = new Company("http://127.0.0.1:" + port, ADMIN_TOKEN);
        outside = new Outside(carrier.baseUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(carrier::close, "close-carrier"));
        Awaitility.await().until(this::allSetUp);
    }

    /** In memory; the dashboard, whose port is not known yet, may show its phone in a frame as it may in the demo. */
    private static SandboxSettings framed(double speed) {
        return new SandboxSettings(0, null, speed, List.of("http://127.0.0.1:*"), Duration.ofSeconds(15));
    }

    private static final class Once {
        private static final TwoPrograms SHARED = new TwoPrograms(HASTE, UnaryOperator.identity());
    }

    static TwoPrograms shared() {
        return Once.SHARED;
    }

    private static final class InTheAfternoon {
        private static final TwoPrograms SHARED = inTheAfternoon();
    }

    /** The pair in the middle of an afternoon that all campaigns share. */
    static TwoPrograms sharedAfternoon() {
        return InTheAfternoon.SHARED;
    }

    /** A pair of its own in real time, for people who really speak. */
    static TwoPrograms inRealTime() {
        return new TwoPrograms(1, UnaryOperator.identity());
    }

    /** A pair of its own, between which something stands. */
    static TwoPrograms through(UnaryOperator<String> wayToCarrier) {
        return new TwoPrograms(HASTE, wayToCarrier);
    }

    /** A phone system at a carrier that is there already, with settings of its own. */
    static TwoPrograms at(Sandbox carrier, String... settings) {
        return new TwoPrograms(carrier, UnaryOperator.identity(), settings);
    }

    /** A pair of its own in the middle of an afternoon. */
    static TwoPrograms inTheAfternoon(String... settings) {
        return new TwoPrograms(Sandbox.start(framed(HASTE)), UnaryOperator.identity(), Afternoon.class, settings);
    }

    /** A pair of its own whose phone system has a clock of the test's. */
    static TwoPrograms forWhich(Class<?> clock) {
        return new TwoPrograms(Sandbox.start(framed(HASTE)), UnaryOperator.identity(), clock);
    }

    /** A phone system in the middle of an afternoon, at a carrier that is there already, with settings of its own. */
    static TwoPrograms inTheAfternoonAt(Sandbox carrier, String... settings) {
        return new TwoPrograms(carrier, UnaryOperator.identity(), Afternoon.class, settings);
    }

    /** Its carrier goes on. */
    void stop() {
        phoneSystem.close();
    }

    @Override
    public void close() {
        phoneSystem.close();
        carrier.close();
    }

    /** The demo's link, by which its one user is signed in. */
    String signInLink() throws IOException {
        return Files.readString(data.resolve("sign-in-link")).strip();
    }

    /** A tab of the demo's one user. The link leads on once more by itself: who leads the page elsewhere before is led back. */
    Page signedIn(Browser browser) throws IOException {
        Page page = browser.tab(signInLink());
        page.locator("h1").getByText("Overview").waitFor();
        return page;
    }

    Company company() {
        return company;
    }

    Outside outside() {
        return outside;
    }

    Sandbox carrier() {
        return carrier;
    }

    /** Longer than somebody's proof lasts that it is them. */
    void aWhilePasses(String email) {
        bean(JdbcClient.class)
                .sql("""
                        update spring_session_attributes set attribute_bytes = convert_to(:then, 'UTF8')
                        where attribute_name = 'proved' and session_primary_id in (
                            select primary_id from spring_session join users on users.id::text = principal_name
                            where email = :email)""")
                .param("then", Instant.now().minus(Duration.ofHours(1)).toString())
                .param("email", email)
                .update();
    }

    <T> T bean(Class<T> type) {
        return phoneSystem.getBean(type);
    }

    <T> List<T> beans(Class<T> type) {
        return List.copyOf(phoneSystem.getBeansOfType(type).values());
    }

    private ConfigurableApplicationContext start(Class<?> program, int port, String carrierUrl, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--public.url=http://127.0.0.1:" + port,
                "--cloudpbx.public-url=http://127.0.0.1:" + port,
                "--cloudpbx.phone-url=" + carrier.baseUrl() + "/phone/",
                "--cloudpbx.data=" + data,
                "--cloudpbx.database.url=" + TestDatabase.fresh().url(),
                "--cloudpbx.demo=true",
                "--cloudpbx.admin-token=" + ADMIN_TOKEN,
                "--twilio.base-url=" + carrierUrl,
                "--twilio.account-sid=AC00000000000000000000000000000001",
                "--twilio.auth-token=sandbox",
                "--twilio.toll-free-number=" + Outside.MAIN_NUMBER));
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting.replace(PORT, Integer.toString(port)));
        }
        return new SpringApplicationBuilder(CloudPbx.class, program).run(arguments.toArray(String[]::new));
    }

    private boolean allSetUp() {
        boolean numbersReady = company.get("/api/extensions")
                .body()
                .get("items")
                .valueStream()
                .allMatch(extension ->
                        extension.at("/provisioning/state").asString().equals("ready"));
        return numbersReady && company.get("/health").status() == 200;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("cloudpbx-journeys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
