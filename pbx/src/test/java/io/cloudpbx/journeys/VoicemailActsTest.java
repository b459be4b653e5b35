package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is done about a message: it goes to somebody else, it goes, it comes back. */
class VoicemailActsTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger(100);

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String caller = "+1216555%04d".formatted(PEOPLE.incrementAndGet());
    private JsonNode message;
    private String path;

    @BeforeEach
    void somebody_leaves_a_message() {
        message = LeftMessage.by(caller, "105", "Please call me about the bill.");
        path = "/api/voicemails/" + message.get("id").asString();
    }

    @Test
    void it_moves_to_another_mailbox_where_it_is_new() {
        company.post(path + "/listen", Map.of("listened", true));
        int before = unheard("102");

        var moved = company.post(path + "/move", Map.of("ext", "102"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().get("ext").asString()).isEqualTo("102");
        assertThat(moved.body().get("listened").asBoolean()).isFalse();
        assertThat(unheard("102")).isEqualTo(before + 1);
        assertThat(listed("/api/voicemails?ext=105&limit=200")).isEmpty();
        assertThat(listed("/api/voicemails?ext=102&limit=200")).hasSize(1);
        var nowhere = company.post(path + "/move", Map.of("ext", "198"));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.field()).isEqualTo("ext");
        assertThat(company.post(path + "/move", Map.of("ext", "everybody")).field())
                .isEqualTo("ext");
    }

    @Test
    void what_is_deleted_leaves_every_list_and_comes_back_as_it_was() {
        int before = unheard("105");

        var deleted = company.delete(path);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body().get("deletedBy").asString()).isNotBlank();
        assertThat(deleted.body().hasNonNull("erasedAt")).isTrue();
        assertThat(company.delete(path).body().get("deletedAt"))
                .isEqualTo(deleted.body().get("deletedAt"));
        assertThat(unheard("105")).isEqualTo(before - 1);
        assertThat(listed("/api/voicemails?limit=200")).isEmpty();
        assertThat(listed("/api/voicemails?deleted=true&limit=200")).hasSize(1);
        assertThat(call().get("voicemails")).isEmpty();

        var back = company.post(path + "/restore", Map.of());
        assertThat(back.body().get("deletedAt").isNull()).isTrue();
        assertThat(unheard("105")).isEqualTo(before);
        assertThat(listed("/api/voicemails?limit=200")).hasSize(1);
        assertThat(listed("/api/voicemails?deleted=true&limit=200")).isEmpty();
        assertThat(call().get("voicemails").get(0).asString())
                .isEqualTo(message.get("id").asString());
    }

    @Test
    void after_a_month_it_is_gone_for_good_with_its_words_and_one_that_came_back_is_not() {
        company.delete(path);
        assertThat(eraseDeleted()).isInstanceOf(Outcome.Done.class);
        assertThat(company.get(path).status()).as("before its time").isEqualTo(200);
        aMonthPasses();
        company.post(path + "/restore", Map.of());
        eraseDeleted();
        assertThat(company.get(path).status()).as("brought back").isEqualTo(200);

        company.delete(path);
        aMonthPasses();
        eraseDeleted();
        assertThat(eraseDeleted()).as("again").isInstanceOf(Outcome.Done.class);

        assertThat(company.get(path).code()).isEqualTo("voicemail_not_found");
        assertThat(company.get(path + "/audio").status()).isEqualTo(404);
        assertThat(programs.bean(JdbcClient.class)
                        .sql("select count(*) from voicemail_transcript where text ilike '%about the bill%'"
                                + " and recording_id not in (select recording_id from voicemail)")
                        .query(Integer.class)
                        .single())
                .isZero();
        String thread = "/api/conversations?box=all&q=" + caller.substring(1);
        var conversation = company.get(thread).body().get("items").get(0);
        assertThat(company.get("/api/conversations/" + conversation.get("id").asString() + "/entries")
                        .body()
                        .toString())
                .contains("Voicemail, deleted by")
                .doesNotContainIgnoringCase("about the bill");
    }

    @Test
    void it_says_who_left_it() {
        assertThat(message.get("name").isNull()).isTrue();
        String contact =
                await().until(() -> company.get(path).body().path("contactId").asString(""), found -> !found.isEmpty());
        var known = company.get("/api/contacts/" + contact).body();
        company.put(
                "/api/contacts/" + contact,
                Map.of("name", "Ottilie Brandt", "numbers", List.of(caller), "version", known.get("version")));

        assertThat(company.get(path).body().get("name").asString()).isEqualTo("Ottilie Brandt");
        assertThat(listed("/api/voicemails?limit=200").getFirst().get("name").asString())
                .isEqualTo("Ottilie Brandt");
        assertThat(call().get("contactId").asString()).isEqualTo(contact);
    }

    private JsonNode call() {
        return company.get("/api/calls/" + message.get("callId").asString()).body();
    }

    private int unheard(String ext) {
        return company.extension(ext).path("unheard").asInt();
    }

    private List<JsonNode> listed(String list) {
        return company.get(list)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller))
                .toList();
    }

    private Outcome eraseDeleted() {
        return programs.beans(Job.class).stream()
                .filter(job -> job.kind().equals("voicemail.erase-deleted"))
                .findFirst()
                .orElseThrow()
                .run(message.get("id").asString(), 0);
    }

    private void aMonthPasses() {
        programs.bean(JdbcClient.class)
                .sql("update voicemail set deleted_at = deleted_at - interval '31 days' where id = :id")
                .param("id", UUID.fromString(message.get("id").asString()))
                .update();
    }
}
