package io.cloudpbx.sandbox.handset;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandsetRoutesTest {
    private static final String HANDSET = "/sandbox/handsets/+14155550191";

    @TempDir
    private Path folder;

    private Sandbox start() {
        return Sandbox.start(new SandboxSettings(0, folder, 20, List.of(), Duration.ofSeconds(15)));
    }

    private static HttpResponse<String> send(Sandbox sandbox, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_taught_handset_behaves_so_also_after_a_restart_until_it_is_forgotten() throws Exception {
        String lesson =
                "{\"behaviour\":\"answer\",\"afterSeconds\":2.5,\"twiml\":\"<Response><Say>Hi</Say></Response>\"}";
        try (Sandbox sandbox = start()) {
            assertThat(send(sandbox, "PUT", HANDSET, lesson).statusCode()).isEqualTo(200);
        }
        try (Sandbox sandbox = start()) {
            assertThat(send(sandbox, "GET", HANDSET, "").body())
                    .contains("\"behaviour\":\"answer\"")
                    .contains("2.5")
                    .contains("<Say>Hi</Say>");
            assertThat(send(sandbox, "DELETE", HANDSET, "").statusCode()).isEqualTo(204);
            assertThat(send(sandbox, "GET", HANDSET, "").body()).contains("\"behaviour\":\"default\"");
        }
    }

    @Test
    void every_behaviour_of_the_contract_can_be_taught() throws Exception {
        try (Sandbox sandbox = start()) {
            for (String behaviour : List.of("ring-out", "busy", "reject", "fail", "answer")) {
                String lesson = "{\"behaviour\":\"" + behaviour + "\"}";
                assertThat(send(sandbox, "PUT", HANDSET, lesson).body()).contains("\"" + behaviour + "\"");
            }
        }
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() throws Exception {
        try (Sandbox sandbox = start()) {
            assertThat(send(sandbox, "PUT", HANDSET, "{\"behaviour\":\"dance\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(send(sandbox, "PUT", HANDSET, "busy").statusCode()).isEqualTo(400);
            assertThat(send(sandbox, "PUT", HANDSET, "{\"behaviour\":\"answer\",\"twiml\":\"<Response>\"}")
                            .body())
                    .contains("12100");
            assertThat(send(sandbox, "PUT", HANDSET, "{\"behaviour\":\"answer\",\"afterSeconds\":-1}")
                            .body())
                    .contains("afterSeconds");
            assertThat(send(sandbox, "PUT", "/sandbox/handsets/911", "{\"behaviour\":\"busy\"}")
                            .body())
                    .contains("E.164");
            assertThat(send(sandbox, "GET", "/sandbox/calls/CA0/transcript", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_numbers_of_the_page_are_people_and_what_the_business_has_bought() throws Exception {
        try (Sandbox sandbox = start()) {
            assertThat(send(sandbox, "GET", "/phone/numbers", "").body())
                    .contains("\"business\":[]")
                    .contains("Maria Santos")
                    .contains("(415) 555-0148");
            assertThat(send(sandbox, "GET", "/sandbox/calls?live=true", "").body())
                    .contains("\"calls\":[]");
        }
    }
}
