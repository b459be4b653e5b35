package io.cloudpbx.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.AnyCompany;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Imagined;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.flow.Passage;
import io.cloudpbx.calls.flow.Walk;
import io.cloudpbx.carrier.NumberWebhooksFixture;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is explained is what happens (promise 2), and every caller comes to an end (promise 1), whatever a company has set. */
class ExplainedCallsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final int COMPANIES = 500;
    private static final int CALLS_EACH = 200;

    private final CallUrls urls = new CallUrls(NumberWebhooksFixture.at("http://localhost:8080"));

    @Test
    void in_100000_situations_a_live_call_goes_as_it_was_explained() {
        var random = new Random(20261129);
        var companies = new AnyCompany(random);
        Set<String> seen = new HashSet<>();
        for (int company = 0; company < COMPANIES; company++) {
            Plan plan = companies.soundPlan(NOW);
            for (int call = 0; call < CALLS_EACH; call++) {
                CallSituation situation = companies.call(plan);
                List<String> keys = companies.keys();
                var explained = Walk.of(situation, keys);
                assertThat(new ObedientPhone(urls, keys).call(situation))
                        .as("%s, pressing %s", situation, keys)
                        .isEqualTo(explained);
                seen.addAll(kinds(explained));
            }
        }
        assertThat(seen)
                .as("situations are worth nothing that lead nowhere")
                .contains(
                        "Menu",
                        "Converse",
                        "Ring",
                        "RingGroup",
                        "Wait",
                        "Forward",
                        "AskName",
                        "ChooseName",
                        "TakeMessage",
                        "Goodbye",
                        "Hours",
                        "Do not disturb",
                        "Hop limit",
                        "Block list",
                        "VIP caller",
                        "Withheld number",
                        "Ring group",
                        "Longest wait",
                        "Announcement");
    }

    private static Set<String> kinds(List<NextStep> steps) {
        return Stream.concat(
                        steps.stream().map(next -> next.step().getClass().getSimpleName()),
                        steps.stream().flatMap(next -> next.passed().stream()).map(Passage::rule))
                .collect(Collectors.toSet());
    }

    /** So that the way of a call can be shown in a picture of the plan. */
    @Test
    void every_step_is_at_a_place_of_the_plan_or_where_the_last_one_was() {
        var random = new Random(11);
        var companies = new AnyCompany(random);
        Set<String> seen = new HashSet<>();
        for (int company = 0; company < 150; company++) {
            Plan plan = companies.soundPlan(NOW);
            for (int call = 0; call < 50; call++) {
                var situation = companies.call(plan);
                var steps = Walk.of(situation, companies.keys());
                steps.stream().filter(next -> next.place() != null).forEach(next -> assertIsThere(plan, next));
                seen.addAll(kinds(
                        steps.stream().filter(next -> next.place() != null).toList()));
            }
        }
        assertThat(seen).contains("Menu", "Converse", "Ring", "RingGroup", "Forward", "TakeMessage", "Goodbye");
    }

    private static void assertIsThere(Plan plan, NextStep next) {
        String place = Objects.requireNonNull(next.place());
        assertThat(place.equals(Place.OPERATOR) || plan.at(place).isPresent())
                .as("%s is at %s", next.step(), place)
                .isTrue();
        if (next.step() instanceof CallStep.Menu menu) {
            assertThat(menu.place()).isEqualTo(place);
        }
    }

    @Test
    void by_every_plan_that_may_be_published_a_silent_caller_comes_to_an_end_soon() {
        var random = new Random(7);
        var companies = new AnyCompany(random);
        for (int company = 0; company < 200; company++) {
            Plan plan = companies.soundPlan(NOW);
            for (int call = 0; call < 50; call++) {
                var situation = companies.callToAll(plan);
                var steps = Walk.of(situation, List.of());
                assertThat(steps).as("%s", situation).hasSizeLessThan(50);
                assertThat(steps.getLast().step()).isInstanceOf(CallStep.Goodbye.class);
                assertThat(steps).noneMatch(next -> next.reason().contains("led on too often"));
            }
        }
    }

    @Test
    void a_call_goes_the_same_way_until_it_is_said_to_change_and_another_from_then_on() {
        var random = new Random(3);
        var companies = new AnyCompany(random);
        int changing = 0;
        for (int company = 0; company < 150; company++) {
            var situation = companies.call(companies.soundPlan(NOW));
            var explained = Imagined.of(situation, List.of());
            if (explained.changesAt().isEmpty()) {
                continue;
            }
            changing++;
            var change = explained.changesAt().get();
            assertThat(doing(situation.at(change))).as("%s", situation).isNotEqualTo(doing(situation));
            assertThat(doing(situation.at(change.minusSeconds(1))))
                    .as("%s", situation)
                    .isEqualTo(doing(situation));
        }
        assertThat(changing).isGreaterThan(10);
    }

    private static List<CallStep> doing(CallSituation situation) {
        return Walk.of(situation, List.of()).stream().map(NextStep::step).toList();
    }
}
