package io.cloudpbx.receptionist.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.receptionist.Briefing;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class BriefingTest {
    private static final String AT = "/api/receptionist/briefing";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Briefings briefings;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private ApiPerson owner;

    @BeforeEach
    void nothing_is_published() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        jdbc.sql("delete from receptionist_briefing").update();
        jdbc.sql("update receptionist_briefing_draft set text = ''").update();
    }

    @Test
    void a_call_keeps_to_the_version_that_held_when_it_began() {
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        assertThat(publish("Say good day, never hi.").body().path("version").asLong())
                .isEqualTo(1);
        Instant between = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        publish("Say hi.");

        assertThat(briefings.asOf(before)).isEqualTo(Briefing.NONE);
        assertThat(briefings.asOf(between)).isEqualTo(new Briefing(1, "Say good day, never hi."));
        assertThat(briefings.current()).isEqualTo(new Briefing(2, "Say hi."));
    }

    @Test
    void an_earlier_version_is_brought_back_as_a_new_one_and_all_of_them_stay() {
        publish("First.");
        clock.advance(Duration.ofMinutes(1));
        publish("Second.");
        clock.advance(Duration.ofMinutes(1));

        var restored = owner.post(AT + "/versions/1/restore", "");

        assertThat(restored.body().path("text").asString()).isEqualTo("First.");
        assertThat(restored.body().path("restores").asLong()).isEqualTo(1);
        assertThat(restored.body().path("publishedBy").asString()).isEqualTo("Dana");
        assertThat(owner.get(AT + "/versions").each("/text")).containsExactly("First.", "Second.", "First.");
        assertThat(owner.get(AT).body().at("/draft/text").asString()).isEqualTo("First.");
        assertThat(owner.post(AT + "/versions/99/restore", "").code()).isEqualTo("version_not_found");
    }

    @Test
    void nobody_overwrites_or_publishes_what_they_have_not_seen() {
        long seen = version();
        assertThat(save("One.", seen).status()).isEqualTo(200);

        assertThat(save("Two.", seen).code()).isEqualTo("draft_changed");
        assertThat(owner.post(AT + "/publish", "{\"version\": %d}".formatted(seen))
                        .code())
                .isEqualTo("draft_changed");
        assertThat(publish("One.").status()).isEqualTo(200);
        assertThat(owner.post(AT + "/publish", "{\"version\": %d}".formatted(version()))
                        .code())
                .isEqualTo("nothing_to_publish");
    }

    @ParameterizedTest
    @CsvSource({
        "Call me at 415 555 0123 if in doubt,belongs_to_knowledge",
        "Tell them to write to desk@harbor.example,belongs_to_knowledge",
        "See https://harbor.example,belongs_to_knowledge",
        "Charge 4111 1111 1111 1111,private_number",
        "LONG,too_long"
    })
    void what_a_briefing_must_not_hold_is_refused_by_name(String text, String code) {
        var refused = save(text.equals("LONG") ? "la ".repeat(501) + "end" : text, version());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200", "AGENT, 403", "READ_ONLY, 403"})
    void everybody_inside_may_read_and_owners_and_admins_may_write(Role role, int written) {
        var person = ApiPerson.of(role, port, beans);

        assertThat(person.get(AT).status()).isEqualTo(200);
        assertThat(person.put(AT + "/draft", "{\"text\": \"By %s\", \"version\": %d}".formatted(role, version()))
                        .status())
                .isEqualTo(written);
    }

    private ApiPerson.Answer publish(String text) {
        save(text, version());
        return owner.post(AT + "/publish", "{\"version\": %d}".formatted(version()));
    }

    private ApiPerson.Answer save(String text, long seen) {
        return owner.put(AT + "/draft", "{\"text\": \"%s\", \"version\": %d}".formatted(text, seen));
    }

    private long version() {
        return owner.get(AT).body().at("/draft/version").asLong();
    }
}
