package io.cloudpbx.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.repeats.store.KeyRows;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

class AskedOnceTest {
    private static final SignedIn ANA = person("Ana Reyes");
    private static final SignedIn BEN = person("Ben Okafor");
    private static final Wish WISH = new Wish("Autumn");

    private final AnnotationConfigApplicationContext house = new AnnotationConfigApplicationContext();
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger acts = new AtomicInteger();
    private final AskedOnce once;

    record Wish(String name) {}

    record Made(int act, UUID id) {}

    AskedOnceTest() {
        house.registerBean(DataSource.class, () -> pool(TestDatabase.fresh()));
        house.registerBean(MovableClock.class, () -> clock);
        house.register(House.class);
        house.refresh();
        once = house.getBean(AskedOnce.class);
    }

    private static HikariDataSource pool(TestDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        return pool;
    }

    @EnableTransactionManagement
    @Import({AskedOnce.class, KeyRows.class, ForgetKeys.class})
    static class House {
        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    private static SignedIn person(String name) {
        return new SignedIn(UUID.randomUUID(), name, "somebody@example.com", Role.ADMIN);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Made ask(String key, SignedIn who, Wish wish) {
        return once.of(key, who, wish, Made.class, () -> new Made(acts.incrementAndGet(), UUID.randomUUID()));
    }

    @Test
    void the_same_asked_again_is_answered_as_before_and_not_done_again() {
        Made first = ask("a-1", ANA, WISH);

        assertThat(ask("a-1", ANA, WISH)).isEqualTo(first);
        assertThat(acts).hasValue(1);
    }

    @Test
    void whoever_asks_while_it_is_being_done_waits_and_hears_the_same() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> ask("a-1", ANA, WISH)))
                    .toList();
            Made first = asked.getFirst().get();
            for (Future<Made> other : asked) {
                assertThat(other.get()).isEqualTo(first);
            }
        }
        assertThat(acts).hasValue(1);
    }

    @Test
    void whoever_has_to_look_outside_first_learns_before_whether_it_was_done() {
        assertThat(once.before("a-1", ANA, WISH, Made.class)).isEmpty();
        assertThat(once.before(null, ANA, WISH, Made.class)).isEmpty();
        Made first = ask("a-1", ANA, WISH);

        assertThat(once.before("a-1", ANA, WISH, Made.class)).contains(first);
        assertThat(once.before("a-1", BEN, WISH, Made.class)).isEmpty();
        assertThatThrownBy(() -> once.before("a-1", ANA, new Wish("Winter"), Made.class))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("idempotency_key_reused"));
    }

    @Test
    void without_a_key_with_another_key_or_by_somebody_else_it_is_done_again() {
        ask("a-1", ANA, WISH);
        ask("a-2", ANA, WISH);
        ask("a-1", BEN, WISH);
        once.of(null, ANA, WISH, Made.class, () -> new Made(acts.incrementAndGet(), UUID.randomUUID()));

        assertThat(acts).hasValue(4);
    }

    @Test
    void something_else_with_a_used_key_is_refused() {
        ask("a-1", ANA, WISH);

        assertThatThrownBy(() -> ask("a-1", ANA, new Wish("Winter")))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("idempotency_key_reused"));
        assertThat(acts).hasValue(1);
    }

    @Test
    void what_failed_can_be_asked_again_with_its_key() {
        assertThatThrownBy(() -> once.of("a-1", ANA, WISH, Made.class, () -> {
                    throw Problem.conflict("not_now", "Not now.");
                }))
                .isInstanceOf(Problem.class);

        assertThat(ask("a-1", ANA, WISH).act()).isEqualTo(1);
    }

    @Test
    void a_key_that_nobody_could_send_in_a_header_is_refused() {
        assertThatThrownBy(() -> ask("two words", ANA, WISH))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("invalid_idempotency_key"));
    }

    @Test
    void keys_are_forgotten_after_two_days() {
        ask("a-1", ANA, WISH);
        clock.advance(Duration.ofHours(47));
        house.getBean(ForgetKeys.class).run();
        ask("a-1", ANA, WISH);
        assertThat(acts).hasValue(1);

        clock.advance(Duration.ofHours(2));
        house.getBean(ForgetKeys.class).run();

        ask("a-1", ANA, WISH);
        assertThat(acts).hasValue(2);
    }
}
