package io.cloudpbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.startup.MovableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** Two people at one call flow, on a real database. */
class PublishingTest {
    private static final Plan OFFICE = new Plan(
            Place.GENERAL_MAILBOX,
            null,
            Map.of(),
            Map.of(),
            Map.of("office", new Schedule(ZoneId.of("America/Chicago"), new Week(Map.of()), List.of())),
            Map.of(),
            Callers.ANYBODY);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Slice.class);
    private final Plans plans = context.getBean(Plans.class);
    private final Publishing publishing = context.getBean(Publishing.class);
    private final MovableClock clock = context.getBean(MovableClock.class);

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @EnableTransactionManagement
    @ComponentScan(basePackageClasses = PlanRows.class)
    @Import({Plans.class, Publishing.class})
    static class Slice {
        private @Nullable CyclicBarrier both;

        @Bean
        DataSource database() {
            return TestDatabase.fresh().dataSource();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        /** Nobody is led to an operator; and while two publish at once, neither is done before the other has begun. */
        @Bean
        PlanCheck check() {
            return plan -> {
                if (both != null) {
                    await(both);
                }
                return plan.main().equals(Place.OPERATOR)
                        ? List.of(new FieldProblem("/main", "no_operator", "leads to nobody"))
                        : List.of();
            };
        }

        private static void await(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void of_two_who_publish_at_the_same_moment_one_is_told_of_the_other() {
        context.getBean(Slice.class).both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var codes = Stream.of("Dana", "Avery")
                    .map(who ->
                            CompletableFuture.supplyAsync(() -> code(() -> publishing.publish(0, 0, "", who)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(codes).containsExactlyInAnyOrder("", "published_meanwhile");
        }
        assertThat(plans.versions()).extracting(PlanVersion::number).containsExactly(1);
    }

    /** Christmas lasts into the usual Saturday. */
    private static final Plan LONG_NIGHT = new Plan(
            Place.GENERAL_MAILBOX,
            null,
            Map.of(),
            Map.of(),
            Map.of(
                    "office",
                    new Schedule(
                            ZoneId.of("America/Chicago"),
                            new Week(Map.of(DayOfWeek.SATURDAY, List.of(hours("02:00", "17:00")))),
                            List.of(new SpecialDay(
                                    LocalDate.of(2026, 12, 25), "Christmas", List.of(hours("20:00", "04:00")))))),
            Map.of(),
            Callers.ANYBODY);

    private static Hours hours(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void a_draft_whose_dates_overlap_their_nights_is_not_saved() {
        assertThat(code(() -> publishing.change(new Draft(LONG_NIGHT, 0), "Dana")))
                .isEqualTo("invalid_fields");
        assertThat(plans.draft().version()).isZero();
        assertThat(publishing.problems(LONG_NIGHT)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("/hours/office/dates/0/hours");
            assertThat(problem.code()).isEqualTo("overlapping_hours");
        });
    }

    @Test
    void one_that_was_saved_before_that_was_asked_is_not_published_and_what_was_published_leads_calls_and_comes_back() {
        var rows = context.getBean(PlanRows.class);
        assertThat(rows.replace(new Draft(LONG_NIGHT, 0), "Dana", clock.instant()))
                .isTrue();
        long version = plans.draft().version();
        assertThat(code(() -> publishing.publish(version, 0, "", "Dana"))).isEqualTo("invalid_fields");

        rows.insert(new PlanVersion(1, LONG_NIGHT, clock.instant(), "Dana", ""));
        assertThat(plans.version(plans.current())).isEqualTo(LONG_NIGHT);
        publishing.restore(0, "Avery");
        assertThat(publishing.restore(1, "Avery").number()).isEqualTo(3);
        assertThat(plans.version(3)).isEqualTo(LONG_NIGHT);
    }

    @Test
    void what_somebody_put_back_is_not_undone_by_who_does_not_know() {
        var draft = publishing.change(new Draft(OFFICE, 0), "Dana");
        assertThat(publishing.publish(draft.version(), 0, "", "Dana").number()).isEqualTo(1);
        assertThat(publishing.restore(0, "Avery").note()).isEqualTo("Version 0 again");

        assertThat(code(() -> publishing.publish(draft.version(), 1, "", "Dana")))
                .isEqualTo("published_meanwhile");
        assertThat(plans.version(plans.current())).isEqualTo(Plan.DEFAULT);
        assertThat(publishing.publish(draft.version(), 2, "", "Dana").number()).isEqualTo(3);
        assertThat(plans.version(plans.current())).isEqualTo(OFFICE);
    }

    @Test
    void nobody_writes_over_a_draft_that_they_have_not_seen() {
        assertThat(publishing.change(new Draft(OFFICE, 0), "Dana").version()).isEqualTo(1);

        assertThat(code(() -> publishing.change(new Draft(Plan.DEFAULT, 0), "Avery")))
                .isEqualTo("draft_changed");
        assertThat(code(() -> publishing.publish(0, 0, "", "Avery"))).isEqualTo("draft_changed");
        assertThat(publishing.change(new Draft(Plan.DEFAULT, 1), "Avery").version())
                .isEqualTo(2);
        assertThat(code(() -> publishing.change(new Draft(OFFICE, 1), "Dana"))).isEqualTo("draft_changed");
        assertThat(plans.draft()).isEqualTo(new Draft(Plan.DEFAULT, 2));
    }

    @Test
    void what_loses_callers_is_kept_as_a_draft_and_not_published() {
        var losing = new Plan(Place.OPERATOR, null, Map.of(), Map.of(), Map.of(), Map.of(), Callers.ANYBODY);
        var draft = publishing.change(new Draft(losing, 0), "Dana");

        assertThat(code(() -> publishing.publish(draft.version(), 0, "", "Dana")))
                .isEqualTo("invalid_fields");
        assertThat(plans.current()).isZero();
    }

    @Test
    void hours_are_closed_by_hand_from_when_it_is_said_and_no_call_before_is_among_them() {
        publishing.publish(publishing.change(new Draft(OFFICE, 0), "Dana").version(), 0, "", "Dana");
        Instant morning = now();
        publishing.close(new Closure("office", morning, morning.plusSeconds(3600), "Dana"));
        publishing.close(new Closure("office", morning.plusSeconds(60), null, "Avery"));
        assertThat(plans.closures()).containsExactly(new Closure("office", morning, null, "Avery"));

        publishing.close(new Closure("office", morning.plusSeconds(120), morning.plusSeconds(180), "Avery"));
        var evening = new Closure("office", morning.plusSeconds(7200), null, "Dana");
        publishing.close(evening);
        assertThat(plans.closures()).containsExactly(evening);

        publishing.open("office");
        assertThat(plans.closures()).isEmpty();
    }

    @Test
    void hours_that_are_not_there_or_an_end_that_cannot_be_are_refused() {
        publishing.publish(publishing.change(new Draft(OFFICE, 0), "Dana").version(), 0, "", "Dana");
        Instant now = now();

        assertThat(code(() -> publishing.close(new Closure("lab", now, null, "Dana"))))
                .isEqualTo("hours_not_found");
        assertThat(code(() -> publishing.close(new Closure("office", now, now, "Dana"))))
                .isEqualTo("invalid_fields");
        assertThat(code(() -> publishing.close(new Closure("office", now, Instant.MAX, "Dana"))))
                .isEqualTo("invalid_fields");
    }

    private Instant now() {
        clock.advance(Duration.ofSeconds(1));
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Of the problem that stood in the way; empty when none did. */
    private static String code(Runnable action) {
        Problem problem = catchThrowableOfType(Problem.class, action::run);
        return problem == null ? "" : problem.code();
    }
}
