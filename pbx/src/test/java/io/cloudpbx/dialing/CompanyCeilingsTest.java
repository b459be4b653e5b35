package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.dialing.Dialing.Wish;
import io.cloudpbx.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** What all people of the company together may call. */
@WebTest
class CompanyCeilingsTest {
    private static final int AT_ONCE = 50;
    private static final Wish WISH = new Wish("+14155550148", "+14155550174", "174");

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Dialing dialing;

    @Autowired
    private Users users;

    private final UUID extension = UUID.randomUUID();

    @BeforeEach
    void somebody_has_a_phone_and_the_company_a_number() {
        jdbc.sql("delete from dialed_call").update();
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, forward_to, created_at)
                        values (?, '174', 'Dana Whitfield', '', '', '+14155550190', now())""").param(extension).update();
        jdbc.sql("""
                        insert into phone_number (id, purpose, e164, carrier_id, label, state, created_at, changed_at)
                        values (?, 'extension', '+14155550174', 'PN00000000000000000000000000000174', 'Front desk', 'ready', now(), now())""").param(extension).update();
    }

    @AfterEach
    void they_leave_again() {
        jdbc.sql("delete from dialed_call").update();
        jdbc.sql("delete from call_ceiling_reached").update();
        ceilings(300, 2000, 20_000);
        jdbc.sql("delete from extension where id = ?").param(extension).update();
        jdbc.sql("delete from phone_number where id = ?").param(extension).update();
    }

    private void ceilings(int perHour, int perDay, int cents) {
        jdbc.sql("""
                        update dial_settings set company_calls_per_hour = ?, company_calls_per_day = ?, company_cents_per_day = ?""").params(perHour, perDay, cents).update();
    }

    private SignedIn somebody() {
        return users.add("Dana", UUID.randomUUID() + "@example.com", null, Role.ADMIN);
    }

    /** Empty when it was taken. Whoever finds no way to the database asks again, as clients do. */
    private Optional<String> refusal(SignedIn who) {
        while (true) {
            try {
                dialing.call(WISH, who);
                return Optional.empty();
            } catch (Problem refused) {
                return Optional.of(refused.code());
            } catch (CannotCreateTransactionException busy) {
                Thread.onSpinWait();
            }
        }
    }

    /** Each by somebody else, all at the same time. */
    private List<Optional<String>> callAtOnce() throws Exception {
        List<SignedIn> people = new ArrayList<>();
        for (int each = 0; each < AT_ONCE; each++) {
            people.add(somebody());
        }
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> calls = people.stream()
                    .map(who -> threads.submit((Callable<Optional<String>>) () -> {
                        begin.await();
                        return refusal(who);
                    }))
                    .toList();
            begin.countDown();
            List<Optional<String>> answers = new ArrayList<>();
            for (var call : calls) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private void areExactly(int taken, List<Optional<String>> answers) {
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(taken);
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(AT_ONCE - taken)
                .allMatch(refused -> refused.equals(Optional.of("company_call_limit")));
        assertThat(jdbc.sql("select count(*) from dialed_call")
                        .query(Integer.class)
                        .single())
                .isEqualTo(taken);
    }

    private List<String> alerts() {
        return ApiPerson.of(Role.ADMIN, port, beans)
                .get("/api/dashboard")
                .body()
                .get("needsYou")
                .valueStream()
                .filter(item -> item.get("kind").asString().equals("call_ceiling"))
                .map(item -> item.get("text").asString())
                .toList();
    }

    @Test
    void fifty_at_once_place_as_many_calls_as_the_hour_has_and_not_one_more() throws Exception {
        ceilings(17, 2000, 1_000_000);

        areExactly(17, callAtOnce());
        assertThat(alerts())
                .singleElement()
                .asString()
                .startsWith("The company has placed as many calls in the last hour");
    }

    @Test
    void fifty_at_once_place_as_many_calls_as_the_day_has_and_not_one_more() throws Exception {
        ceilings(300, 23, 1_000_000);

        areExactly(23, callAtOnce());
        assertThat(alerts()).singleElement().asString().startsWith("The company has placed as many calls today");
    }

    /** A live call counts as long as it may last: two hours are 360 cents. */
    @Test
    void the_day_has_no_more_than_its_money() {
        jdbc.sql("update dial_settings set cents_per_day = 1000").update();
        ceilings(300, 2000, 800);

        assertThat(refusal(somebody())).isEmpty();
        jdbc.sql("update dialed_call set ended_at = created_at + interval '2 hours', state = 'ended', rank = 6")
                .update();
        jdbc.sql("update dial_settings set company_cents_per_day = 361").update();
        assertThat(refusal(somebody())).contains("company_call_limit");
        jdbc.sql("update dial_settings set company_cents_per_day = 363").update();
        assertThat(refusal(somebody())).as("a minute is left").isEmpty();
        assertThat(alerts()).singleElement().asString().startsWith("What the company may spend on calls today");
    }

    /** Who looks at the overview is told what is true by then. */
    @Test
    void a_ceiling_that_holds_nobody_any_more_says_so() {
        jdbc.sql("update dial_settings set cents_per_day = 1000").update();
        ceilings(1, 2000, 1_000_000);
        assertThat(refusal(somebody())).isEmpty();
        assertThat(alerts()).singleElement().asString().contains("wait for some minutes");

        jdbc.sql("update dialed_call set created_at = created_at - interval '61 minutes'")
                .update();
        assertThat(alerts()).singleElement().asString().endsWith("By now it may place calls again.");
        assertThat(refusal(somebody())).isEmpty();
    }

    @Test
    void below_the_ceilings_nobody_is_alerted_and_other_ceilings_begin_afresh() {
        ceilings(2, 2000, 20_000);
        assertThat(refusal(somebody())).isEmpty();
        assertThat(alerts()).isEmpty();
        assertThat(refusal(somebody())).isEmpty();
        assertThat(alerts()).hasSize(1);

        var owner = ApiPerson.of(Role.OWNER, port, beans);
        var settings = owner.get("/api/settings/calling").body();
        assertThat(settings.at("/company/callsPerHour").asInt()).isEqualTo(2);
        var changed = owner.put("/api/settings/calling", """
                {"countries":["US","CA"],"callsPerDay":100,"centsPerDay":1000,
                 "company":{"callsPerHour":3,"callsPerDay":2000,"centsPerDay":20000},"version":%s}""".formatted(settings.get("version")));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(alerts()).isEmpty();
        assertThat(refusal(somebody())).isEmpty();
        assertThat(refusal(somebody())).contains("company_call_limit");
    }

    @Test
    void a_ceiling_that_is_no_number_is_named() {
        var owner = ApiPerson.of(Role.OWNER, port, beans);
        var settings = owner.get("/api/settings/calling").body();

        var refused = owner.put("/api/settings/calling", """
                {"countries":["US"],"callsPerDay":100,"centsPerDay":1000,
                 "company":{"callsPerHour":-1,"callsPerDay":2000,"centsPerDay":20000},"version":%s}""".formatted(settings.get("version")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("company.callsPerHour");
    }
}
