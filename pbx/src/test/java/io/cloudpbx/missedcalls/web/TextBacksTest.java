package io.cloudpbx.missedcalls.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.CallChanged;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.missedcalls.TextBacks;
import io.cloudpbx.missedcalls.store.TextBackRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WebTest
class TextBacksTest {
    // Days to come, which no clock of another test lets go of.
    private static final LocalDate TODAY = LocalDate.parse("2099-11-30");
    private static final AtomicInteger CALLED = new AtomicInteger(179);
    private static final Instant NOON = Instant.parse("2099-11-30T20:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TextBackRows rows;

    @Autowired
    private TextBacks choices;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private List<Job> jobs;

    @Autowired
    private MovableClock clock;

    private final UUID number = UUID.randomUUID();
    private final String called = "+1415555%04d".formatted(CALLED.getAndIncrement());
    private final String at = "/api/text-backs/" + number;
    private ApiPerson admin;

    @BeforeEach
    void a_number_is_ours() {
        admin = ApiPerson.of(Role.ADMIN, port, beans);
        jdbc.sql("""
                        insert into phone_number (id, purpose, label, state, created_at, changed_at)
                        values (?, 'extension', 'Front desk', 'searching', now(), now())""").param(number).update();
    }

    @AfterEach
    void nobody_was_texted() {
        jdbc.sql("delete from text_back_day").update();
        jdbc.sql("update phone_number set state = 'released' where id = ?")
                .param(number)
                .update();
    }

    private static String choice(String when, String text) {
        return "{\"when\":\"" + when + "\",\"text\":\"" + text + "\"}";
    }

    @Test
    void a_number_texts_nobody_until_somebody_wants_it() {
        assertThat(admin.get(at).body().get("when").asString()).isEqualTo("off");
        assertThat(admin.get("/api/text-backs").each("/numberId")).doesNotContain(number.toString());

        var chosen = admin.put(at, choice("closed", " Hi {{firstName|there}}, we are closed. {{business}} "));

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(admin.get(at).body().get("when").asString()).isEqualTo("closed");
        assertThat(admin.get(at).body().get("text").asString())
                .isEqualTo("Hi {{firstName|there}}, we are closed. {{business}}");
        assertThat(admin.get("/api/text-backs").each("/numberId")).contains(number.toString());
        assertThat(choices.of(number).words().text()).startsWith("Hi");
    }

    @ParameterizedTest
    @CsvSource({
        "always, '', text",
        "open, Hi {{firstName, text",
        "open, Hi {{shoeSize|there}}, text",
        "closed, Hi {{name}}, text",
        "sometimes, Hi, when"
    })
    void words_that_cannot_be_said_to_everybody_are_refused_beside_the_field(String when, String text, String field) {
        var refused = admin.put(at, choice(when, text));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(admin.get(at).body().get("when").asString()).isEqualTo("off");
    }

    @Test
    void it_is_an_admins_to_choose_and_leaves_a_line_in_the_audit_log() {
        assertThat(ApiPerson.of(Role.AGENT, port, beans)
                        .put(at, choice("always", "Hi"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.put("/api/text-backs/" + UUID.randomUUID(), choice("always", "Hi"))
                        .code())
                .isEqualTo("number_not_found");

        admin.put(at, choice("always", "Hi"));

        assertThat(admin.get("/api/audit").each("/object")).contains("PUT " + at);
    }

    @Test
    void of_many_at_once_one_is_the_first_of_the_day() throws Exception {
        var caller = new PhoneNumber("+14155550121");
        Callable<Boolean> ask = () -> rows.isFirstOfDay(caller, TODAY, NOON);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(List.of(ask, ask, ask, ask));
            int first = 0;
            for (var answer : answers) {
                first += answer.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(rows.isFirstOfDay(caller, TODAY.plusDays(1), NOON)).isTrue();
    }

    @Test
    void days_are_let_go_of_when_they_are_over_or_the_caller_is_forgotten() {
        var caller = new PhoneNumber("+14155550122");
        rows.isFirstOfDay(caller, TODAY, NOON);
        rows.isFirstOfDay(caller, TODAY.plusDays(1), NOON);

        rows.forgetBefore(TODAY.plusDays(1));
        assertThat(rows.isFirstOfDay(caller, TODAY, NOON)).isTrue();
        assertThat(rows.isFirstOfDay(caller, TODAY.plusDays(1), NOON)).isFalse();

        transactions.executeWithoutResult(
                status -> events.publishEvent(new ContactDeleted(UUID.randomUUID(), List.of(caller))));
        assertThat(rows.isFirstOfDay(caller, TODAY, NOON)).isTrue();
    }

    @Test
    void a_call_of_long_ago_is_texted_back_no_more_as_after_an_outage() {
        assertThat(isTextedBack("+14155550123", Duration.ofMinutes(31))).isFalse();
        assertThat(isTextedBack("+14155550125", Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void an_hour_of_made_up_callers_does_not_spend_the_texts_of_the_day() {
        Instant now = clock.instant();
        for (int caller = 0; caller < 30; caller++) {
            var number = new PhoneNumber("+1212555%04d".formatted(100 + caller));
            rows.isFirstOfDay(number, TODAY, now.minus(Duration.ofMinutes(59)));
        }
        assertThat(isTextedBack("+14155550124", Duration.ofMinutes(1))).isFalse();

        jdbc.sql("update text_back_day set at = at - interval '2 minutes'").update();
        assertThat(isTextedBack("+14155550126", Duration.ofMinutes(1))).isTrue();
    }

    /** Of a caller whom a number missed that texts back, this long ago. */
    private boolean isTextedBack(String caller, Duration ago) {
        jdbc.sql("update phone_number set e164 = :e164, carrier_id = :id::text, state = 'ready' where id = :id")
                .param("e164", called)
                .param("id", number)
                .update();
        admin.put(at, choice("always", "Sorry we missed you."));
        UUID call = new PastCalls(beans).call(clock.instant().minus(ago), "missed", caller);
        jdbc.sql("update call set to_e164 = ? where id = ?")
                .params(called, call)
                .update();
        transactions.executeWithoutResult(status -> events.publishEvent(new CallChanged(call)));
        jobs.stream()
                .filter(job -> job.kind().equals("missedcalls.text-back"))
                .forEach(job -> job.run(call.toString(), 1));
        return jdbc.sql("select exists (select from conversation_entry where reference = ?)")
                .param("missed-call-text/" + call)
                .query(Boolean.class)
                .single();
    }
}
