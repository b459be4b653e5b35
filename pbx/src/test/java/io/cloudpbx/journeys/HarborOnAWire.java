package io.cloudpbx.journeys;

import io.cloudpbx.CloudPbx;
import io.cloudpbx.database.embedded.EmbeddedPostgres;
import io.cloudpbx.database.embedded.ServerOptions;
import io.cloudpbx.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.postgresql.Driver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.JsonNode;

/** Harbor Dental's phone system with a PostgreSQL of its own, which can be killed, and the way to it, which can be cut. */
final class HarborOnAWire implements AutoCloseable {
    private static final String ADMIN_TOKEN = "a token of the tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Sandbox carrier;
    private final EmbeddedPostgres server;
    private final Wire wire;
    private final int port = FreePort.pick();
    private final Company company = new Company("http://127.0.0.1:" + port, ADMIN_TOKEN);
    private CompletableFuture<ConfigurableApplicationContext> program;

    HarborOnAWire(Path folder, Sandbox carrier) throws IOException {
        this.folder = folder;
        this.carrier = carrier;
        this.server = EmbeddedPostgres.start(folder.resolve("postgres"), ServerOptions.forProduction());
        this.wire = new Wire(() -> URI.create(server.jdbcUrl("postgres").substring("jdbc:".length()))
                .getPort());
        this.program = start();
        awaitAllSetUp();
    }

    /** The demo's link, by which its one user is signed in. */
    String signInLink() throws IOException {
        return Files.readString(folder.resolve("data/sign-in-link")).strip();
    }

    Company company() {
        return company;
    }

    Wire wire() {
        return wire;
    }

    /** {@code kill -9} of the server. It starts again by itself; nobody here can reach it until the wire is mended. */
    void killDatabase() throws IOException {
        wire.cut();
        String pid = Files.readString(folder.resolve("postgres/data/postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }

    /** Whether the database takes anything, or may only be read. */
    void takes(boolean anything) {
        var administration =
                new SimpleDriverDataSource(new Driver(), server.jdbcUrl("postgres"), server.user(), server.password());
        var jdbc = JdbcClient.create(administration);
        jdbc.sql("alter system set default_transaction_read_only = " + (anything ? "off" : "on"))
                .update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** Returns when calls are led by the database again. */
    void mend() {
        wire.mend();
        Awaitility.await().until(() -> health().statusCode() == 200);
    }

    /** As anybody may ask, without a sign-in, which the database would have to know. */
    HttpResponse<String> health() {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(company.base() + "/health"))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        program.join().close();
    }

    /** Begins to; returns when it listens, which may be long before it has started. */
    void startAgain() {
        program = start();
        Awaitility.await().ignoreExceptions().until(() -> health().statusCode() > 0);
    }

    /** Whether calls that begin now would be led without the database. */
    boolean knowsByHeart() {
        return Files.exists(folder.resolve("data/routing-snapshot"));
    }

    /** When what is known by heart was last written down. */
    FileTime writtenDown() throws IOException {
        return Files.getLastModifiedTime(folder.resolve("data/routing-snapshot"));
    }

    private CompletableFuture<ConfigurableApplicationContext> start() {
        String base = "http://127.0.0.1:" + port;
        String database = "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
                .formatted(wire.port(), server.user(), server.password());
        return CompletableFuture.supplyAsync(() -> new SpringApplicationBuilder(CloudPbx.class)
                .run(
                        "--server.port=" + port,
                        "--public.url=" + base,
                        "--cloudpbx.public-url=" + base,
                        "--cloudpbx.phone-url=" + carrier.baseUrl() + "/phone/",
                        "--cloudpbx.data=" + folder.resolve("data"),
                        "--cloudpbx.database.url=" + database,
                        "--cloudpbx.demo=true",
                        "--cloudpbx.hold.round=20s",
                        "--cloudpbx.admin-token=" + ADMIN_TOKEN,
                        "--twilio.base-url=" + carrier.baseUrl(),
                        "--twilio.account-sid=AC00000000000000000000000000000001",
                        "--twilio.auth-token=sandbox",
                        "--twilio.toll-free-number=" + Outside.MAIN_NUMBER));
    }

    private void awaitAllSetUp() {
        program.join();
        Awaitility.await()
                .until(() -> company.get("/api/extensions")
                        .body()
                        .get("items")
                        .valueStream()
                        .allMatch(HarborOnAWire::isReady));
        Awaitility.await().until(() -> health().statusCode() == 200 && knowsByHeart());
    }

    private static boolean isReady(JsonNode extension) {
        return extension.at("/provisioning/state").asString().equals("ready");
    }

    @Override
    public void close() throws IOException {
        wire.mend();
        program.join().close();
        wire.close();
        server.close();
    }
}
