package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.cloudpbx.carrier.CallRecording;
import io.cloudpbx.carrier.CarrierRecordings;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.telephony.CarrierId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;

/** A caller's conversation with the receptionist as sound: at the carrier, and at home. */
final class RecordedConversations {
    private static final String SETTINGS = "/api/settings/receptionist";

    private final TwoPrograms programs;
    private final Company company;
    private final Person caller;

    RecordedConversations(TwoPrograms programs, Person caller) {
        this.programs = programs;
        this.company = programs.company();
        this.caller = caller;
    }

    /** What the business wants from here on. */
    void are(boolean recorded) {
        are(company, recorded);
    }

    static void are(Company company, boolean recorded) {
        var present = company.get(SETTINGS).body();
        var changed = Map.of(
                "keepWordsDays", present.get("keepWordsDays").asInt(),
                "recordConversations", recorded,
                "version", present.get("version").asLong());
        assertThat(company.put(SETTINGS, changed).status()).isEqualTo(200);
    }

    /** The parts of the caller's conversation, when all of them have come to this. */
    List<JsonNode> once(String state, int parts) {
        return await().until(
                        this::parts,
                        found -> found.size() == parts
                                && found.stream()
                                        .allMatch(part ->
                                                part.get("state").asString().equals(state)));
    }

    private List<JsonNode> parts() {
        return company.get("/api/receptionist/conversations?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(talk -> talk.at("/call/from").asString("").equals(caller.number()))
                .map(talk -> company.get("/api/receptionist/conversations/"
                                + talk.get("id").asString())
                        .body())
                .flatMap(talk -> talk.get("recordings").valueStream())
                .toList();
    }

    RecordedConversations beganAfter(String words) {
        assertThat(line("said", words)).isBetween(0, line("recording-started", "") - 1);
        return this;
    }

    /** Each of them. */
    RecordedConversations endedBefore(String words) {
        int said = line("said", words);
        assertThat(said).isPositive();
        assertThat(story().subList(said, story().size())).noneMatch(line -> line.contains("recording-"));
        long begun = story().stream()
                .filter(line -> line.contains("recording-started"))
                .count();
        assertThat(story().stream().filter(line -> line.contains("recording-finished")))
                .hasSize((int) begun);
        return this;
    }

    /** As a carrier says that could not begin. */
    void areRefused() throws Exception {
        var news =
                Map.of("CallSid", call().value(), "RecordingSid", "RE" + "0".repeat(32), "RecordingStatus", "absent");
        for (JsonNode part : parts()) {
            assertThat(new CarrierByHand(company.base())
                            .signed("/ivr/taped/" + part.get("id").asString(), news)
                            .statusCode())
                    .isEqualTo(204);
        }
        once("nothing", parts().size());
    }

    void wereNotRecorded() {
        assertThat(story()).isNotEmpty().noneMatch(line -> line.contains("recording-"));
    }

    private int line(String event, String words) {
        var story = story();
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i).contains(" " + event + " ") && story.get(i).contains(words)) {
                return i;
            }
        }
        return -1;
    }

    private List<String> story() {
        return programs.outside().story(caller.callSid());
    }

    void playInRanges() throws Exception {
        for (JsonNode part : parts()) {
            String audio = part.get("audioUrl").asString();
            byte[] whole = company.bytes(audio).body();
            var range = company.bytes(audio, "Range", "bytes=100-199");
            assertThat(range.statusCode()).isEqualTo(206);
            assertThat(range.body()).hasSize(100).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
            // 16 bits, 8,000 times a second, after a head of 44 bytes.
            assertThat((whole.length - 44) / 16_000.0)
                    .isCloseTo(part.get("durationSeconds").asDouble(), Offset.offset(0.1))
                    .isGreaterThan(2);
            assertThat(part.get("peaks")).hasSize(100);
            var stranger =
                    HttpRequest.newBuilder(URI.create(company.base() + audio)).build();
            try (var http = HttpClient.newHttpClient()) {
                assertThat(http.send(stranger, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(401);
            }
        }
    }

    void newsOfThemMayComeTwice() throws Exception {
        var before = parts();
        CarrierId call = call();
        var listed = programs.bean(CarrierRecordings.class).of(call);
        assertThat(listed).extracting(CallRecording::state).containsOnly(CallRecording.State.COMPLETE);
        assertThat(listed).hasSameSizeAs(before);
        for (int part = 0; part < before.size(); part++) {
            var news = Map.of(
                    "CallSid", call.value(),
                    "RecordingSid", listed.get(part).id().value(),
                    "RecordingStatus", "completed");
            String path = "/ivr/taped/" + before.get(part).get("id").asString();
            assertThat(new CarrierByHand(company.base()).signed(path, news).statusCode())
                    .isEqualTo(204);
            programs.bean(CarrierRecordings.class).stop(call, listed.get(part).id());
        }
        assertThat(parts()).isEqualTo(before);
    }

    private CarrierId call() {
        var calls = Call.reader().setFrom(caller.number()).read(programs.bean(TwilioRestClient.class));
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> call.getDirection().equals("inbound"))
                .map(call -> new CarrierId(call.getSid()))
                .findFirst()
                .orElseThrow();
    }
}
