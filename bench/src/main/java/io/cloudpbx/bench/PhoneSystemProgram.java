package io.cloudpbx.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The phone system, running with the company of the demo on a carrier of its own. */
final class PhoneSystemProgram implements AutoCloseable {
    static final String MAIN_NUMBER = "+18335550100";

    private static final String TOKEN = "a token of the bench";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServedProgram program;
    private final Http http;

    PhoneSystemProgram(Programs programs, SandboxProgram carrier) throws IOException, InterruptedException {
        int port = ServedProgram.freePort();
        this.program = new ServedProgram(
                programs.phoneSystem(),
                port,
                Map.of(
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
