package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.greetings.sound.Tone;
import io.cloudpbx.greetings.store.GreetingRows;
import io.cloudpbx.storage.BlobStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A menu in somebody's own voice, from the file to the caller. Other callers are led as ever. */
class GreetingJourneysTest {
    private static final String CALLER = "+19165550395";
    private static final String WORDS = "Welcome in typed words.";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final DraftedFlow flow = new DraftedFlow(company);

    @AfterEach
    void callers_are_led_as_ever() {
        flow.isAsItCame();
    }

    private String kept(byte[] sound) {
        var reply = company.postBytes("/api/greetings", "audio/wav", sound);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().get("name").asString();
    }

    private ObjectNode plan(String greeting) {
        var plan = flow.version(0);
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("own-voice")
                .put("type", "menu")
                .put("greeting", WORDS)
                .put("greetingSound", greeting)
                .put("choices", "For a goodbye, press 5.")
                .put("seconds", 20)
                .put("otherwise", "mailbox-101")
                .putObject("keys")
                .put("5", "bye");
        nodes.putObject("bye").put("type", "goodbye").put("text", "That was it.");
        ((ObjectNode) plan.get("callers").get("vips")).put(CALLER, "own-voice");
        return plan;
    }

    private List<String> called() {
        String sid =
                outside.call(CALLER, Outside.MAIN_NUMBER, "<Pause length='12'/><Play digits='5'/><Pause length='20'/>");
        await().until(() -> outside.isOver(sid));
        return outside.story(sid);
    }

    @Test
    void a_caller_hears_the_sound_and_once_it_is_lost_the_words() {
        String name = kept(Tone.wav(1.5, 0.4));
        flow.publish(plan(name));

        assertThat(called())
                .anyMatch(line -> line.contains("played") && line.endsWith("/greetings/" + name))
                .anyMatch(line -> line.contains("For a goodbye, press 5."))
                .anyMatch(line -> line.contains("That was it."))
                .noneMatch(line -> line.contains(WORDS));

        String key = programs.bean(GreetingRows.class).find(name).orElseThrow().blobKey();
        programs.bean(BlobStore.class).delete(key);

        assertThat(called())
                .anyMatch(line -> line.contains(WORDS))
                .anyMatch(line -> line.contains("That was it."))
                .noneMatch(line -> line.contains("/greetings/"));
        assertThat(flow.drafted().at("/problems/0/field").asString()).isEqualTo("/nodes/own-voice/greetingSound");
        assertThat(flow.drafted().at("/problems/0/code").asString()).isEqualTo("no_such_sound");

        assertThat(kept(Tone.wav(1.5, 0.4))).as("the same file mends it").isEqualTo(name);
        assertThat(flow.drafted().get("problems").isEmpty()).isTrue();
    }

    @Test
    void a_sound_goes_by_its_content_and_is_served_to_the_carrier_as_it_came() throws Exception {
        byte[] sound = Tone.wav(1, 0.7);
        String name = kept(sound);

        assertThat(kept(sound)).isEqualTo(name);
        assertThat(kept(Tone.wav(1, 0.71))).isNotEqualTo(name);
        var shown = company.get("/api/greetings/" + name).body();
        assertThat(shown.get("durationSeconds").asDouble()).isEqualTo(1.0);
        assertThat(shown.get("size").asInt()).isEqualTo(sound.length);
        assertThat(shown.get("peaks").size()).isEqualTo(100);
        var part = company.bytes(shown.get("audioUrl").asString(), "Range", "bytes=0-3");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("RIFF");

        var served = asCarrier("/greetings/" + name, "");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(sound);
        assertThat(served.headers().firstValue("Content-Type")).contains("audio/wav");
        String etag = served.headers().firstValue("ETag").orElseThrow();
        assertThat(asCarrier("/greetings/" + name, etag).statusCode()).isEqualTo(304);
        assertThat(asCarrier("/greetings/" + "0".repeat(64), "").statusCode()).isEqualTo(404);
    }

    /** Without a word about who it is. */
    private HttpResponse<byte[]> asCarrier(String path, String etag) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(company.base() + path));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void what_is_no_sound_is_not_kept_and_a_plan_that_names_none_leads_nobody() {
        assertThat(company.postBytes("/api/greetings", "audio/wav", new byte[0]).code())
                .isEqualTo("empty_sound");
        assertThat(company.postBytes("/api/greetings", "audio/wav", new byte[2000])
                        .code())
                .isEqualTo("unsupported_sound");
        assertThat(company.postBytes("/api/greetings", "audio/wav", new byte[10 * 1024 * 1024 + 1])
                        .code())
                .isEqualTo("sound_too_large");

        flow.draft(plan("0".repeat(64)));
        var draft = flow.drafted();
        assertThat(company.post(
                                "/api/callflow/publish",
                                Map.of("version", draft.get("version"), "published", draft.get("published")))
                        .field())
                .isEqualTo("/nodes/own-voice/greetingSound");
    }
}
