package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborPhones.atTheReceptionist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} while somebody talks with the receptionist in a stream, which dies with the program. */
class StreamKillTest {

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    /** The database's files belong to another user when the tests run as root, and it may take a moment to end. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path data;

    @Test
    void the_caller_leaves_a_message_elsewhere_and_what_was_said_until_then_is_kept() throws Exception {
        CARRIER.expectAlerts();
        Person caller = new HarborPhones(CARRIER).caller();
        try (var fallback = new StaticFallback();
                var phoneSystem =
                        new PhoneSystemProcess(data, CARRIER.baseUrl(), FreePort.pick(), fallback.settings())) {
            var company = phoneSystem.company();
            listensInAStream(company);
            fallback.takesMessagesOf(CARRIER.sandbox(), company);

            atTheReceptionist(caller).says("What are your opening hours").hears("Monday to Friday");
            phoneSystem.kill();
            caller.hears("after the tone")
                    .waits(Duration.ofSeconds(2))
                    .says("Please call me back about the crown that came off last night, any time before noon.")
                    .hangsUp();
            phoneSystem.restart();

            await().until(() -> messages(company, caller).equals(List.of("general")));
            JsonNode call = await().until(
                            () -> of(caller, company, "/api/calls?limit=200").getFirst(),
                            found -> !found.get("live").asBoolean());
            assertThat(call.get("outcome").asString()).isEqualTo("voicemail");
            keepsWhatWasSaid(company, call);
        }
    }

    private static void listensInAStream(Company company) {
        String main = await().until(
                        () -> company.get("/api/numbers")
                                .body()
                                .at("/items/0/id")
                                .asString(""),
                        id -> !id.isEmpty());
        var streams = company.put("/api/numbers/" + main + "/receptionist", Map.of("listening", "stream"));
        assertThat(streams.body().get("listening").asString()).isEqualTo("stream");
    }

    private static void keepsWhatWasSaid(Company company, JsonNode call) {
        var turns = company.get("/api/calls/" + call.get("id").asString() + "/conversation")
                .body()
                .get("items");
        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).get("listening").asString()).isEqualTo("stream");
        assertThat(turns.get(0).get("heard").asString()).isEqualToIgnoringCase("what are your opening hours");
        assertThat(turns.get(0).at("/weighed/decision/kind").asString()).isEqualTo("answer");
        assertThat(turns.get(1).get("said").asString()).contains("Monday to Friday");
        assertThat(turns.get(1).get("heard").isNull()).isTrue();
    }

    /** In whose mailboxes the caller's messages are. */
    private static List<String> messages(Company company, Person caller) {
        return of(caller, company, "/api/voicemails").stream()
                .filter(message -> message.get("state").asString().equals("stored"))
                .map(message -> message.path("ext").asString("general"))
                .toList();
    }

    private static List<JsonNode> of(Person caller, Company company, String path) {
        return company.get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }
}
