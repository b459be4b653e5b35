package io.cloudpbx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The phone system, running with the company of the demo on a carrier of its own. */
final class PhoneSystemProgram implements AutoCloseable {
    static final String MAIN_NUMBER = "+18335550100";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String TOKEN = "a token of the bench";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServedProgram program;
    private final Http http;

    PhoneSystemProgram(Programs programs, SandboxProgram carrier) throws IOException, InterruptedException {
        this(programs.phoneSystem(), carrier, Map.of());
    }

    /** @param settings besides those by which it finds its carrier */
    PhoneSystemProgram(List<String> command, SandboxProgram carrier, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = ServedProgram.freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "CLOUDPBX_PORT",
                String.valueOf(port),
                "CLOUDPBX_DEMO",
                "true",
                "CLOUDPBX_ADMIN_TOKEN",
                TOKEN,
                "PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "TWILIO_BASE_URL",
                carrier.http().server().toURI(),
                "TWILIO_ACCOUNT_SID",
                CarrierApi.BUSINESS,
                "TWILIO_AUTH_TOKEN",
                "sandbox",
                "TWILIO_TOLL_FREE_NUMBER",
                MAIN_NUMBER));
        this.program = new ServedProgram(command, port, environment);
        this.http = program.http()
                .with(List.of(
                        new BasicHeader("Authorization", "Bearer " + TOKEN),
                        new BasicHeader("Content-Type", "application/json")));
    }

    ProcessHandle handle() {
        return program.handle();
    }

    /** What an API client gets, the request sent once. */
    JsonNode get(String path) throws IOException {
        return JSON.readTree(http.send("GET", path, "").accepted());
    }

    /** The same of something that takes minutes. */
    JsonNode patientGet(String path) throws IOException {
        return JSON.readTree(http.patient(PATIENCE).send("GET", path, "").accepted());
    }

    /** The same that takes minutes. */
    JsonNode patientPost(String path, String body) throws IOException {
        return JSON.readTree(http.patient(PATIENCE).send("POST", path, body).accepted());
    }

    JsonNode post(String path, String body) throws IOException {
        return JSON.readTree(http.send("POST", path, body).accepted());
    }

    JsonNode put(String path, String body) throws IOException {
        return JSON.readTree(http.send("PUT", path, body).accepted());
    }

    /** Where the carrier asks, which shows a signature and no token. */
    Http carriersDoor() {
        return program.http();
    }

    /** @return the answer, when it was accepted */
    byte[] file(String path, String type, String content) throws IOException {
        return program.http()
                .with(List.of(
                        new BasicHeader("Authorization", "Bearer " + TOKEN), new BasicHeader("Content-Type", type)))
                .patient(PATIENCE)
                .send("POST", path, content)
                .accepted();
    }

    /** Of the database that it runs for itself. */
    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + ofDatabase("port") + "/postgres";
    }

    String databasePassword() throws IOException {
        return ofDatabase("password");
    }

    private String ofDatabase(String file) throws IOException {
        return Files.readString(program.folder().resolve("postgres").resolve(file))
                .strip();
    }

    double residentMegabytes() throws IOException {
        return program.residentMegabytes();
    }

    /** Whatever is to be sent today may cost what it does. */
    void spendsFreely() throws IOException {
        ObjectNode settings = (ObjectNode) get("/api/settings/messages");
        http.send(
                        "PUT",
                        "/api/settings/messages",
                        settings.put("centsPerDay", 1_000_000).toString())
                .accepted();
    }

    /** Whether texts are answered by the assistant. */
    void assistant(boolean on) throws IOException {
        ObjectNode settings = (ObjectNode) get("/api/settings/messages");
        http.send(
                        "PUT",
                        "/api/settings/messages",
                        settings.put("assistantOn", on).toString())
                .accepted();
    }

    /** The stream of news, as a browser follows it. */
    News follow() throws IOException {
        return News.follow(http.server().toURI() + "/api/events", TOKEN);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program.close();
    }
}
