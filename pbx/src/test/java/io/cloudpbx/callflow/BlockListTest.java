package io.cloudpbx.callflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Who calls in vain, on a real database. */
class BlockListTest {
    private static final PhoneNumber PEST = new PhoneNumber("+12125550147");
    private static final PhoneNumber FRIEND = new PhoneNumber("+12125550148");

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(PublishingTest.Slice.class, BlockList.class);
    private final Plans plans = context.getBean(Plans.class);
    private final Publishing publishing = context.getBean(Publishing.class);
    private final BlockList blockList = context.getBean(BlockList.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_number_is_blocked_at_once_and_only_once_and_the_rest_stays_as_it_is() {
        blockList.block(PEST, "Dana");
        blockList.block(PEST, "Avery");

        assertThat(blockList.numbers()).containsExactly(PEST);
        assertThat(plans.version(plans.current()))
                .isEqualTo(Plan.DEFAULT.with(new Callers(Set.of(PEST), null, Map.of())));
        assertThat(plans.versions()).singleElement().satisfies(version -> {
            assertThat(version.publishedBy()).isEqualTo("Dana");
            assertThat(version.note()).isEqualTo("Blocked (212) 555-0147");
        });
    }

    @Test
    void what_is_drafted_meanwhile_stays_a_draft_and_does_not_undo_it() {
        Plan drafted = new Plan(
                Place.GENERAL_MAILBOX,
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Callers(Set.of(FRIEND), null, Map.of()));
        publishing.change(new Draft(drafted, 0), "Avery");

        blockList.block(PEST, "Dana");

        assertThat(plans.version(plans.current()).main()).isEqualTo(Plan.MAIN_MENU);
        Draft draft = plans.draft();
        assertThat(draft.plan().main()).isEqualTo(Place.GENERAL_MAILBOX);
        assertThat(draft.plan().callers().blocked()).containsExactlyInAnyOrder(FRIEND, PEST);
        publishing.publish(draft.version(), plans.current(), "", "Avery");
        assertThat(blockList.numbers()).containsExactly(PEST, FRIEND);
    }

    @Test
    void who_is_unblocked_may_call_again_and_the_others_may_not() {
        blockList.block(PEST, "Dana");
        blockList.block(FRIEND, "Dana");

        blockList.unblock(FRIEND, "Dana");
        blockList.unblock(FRIEND, "Dana");

        assertThat(blockList.numbers()).containsExactly(PEST);
        assertThat(plans.current()).isEqualTo(3);
    }

    @Test
    void what_is_wrong_already_stands_in_nobodys_way() {
        var losing = new Plan(Place.OPERATOR, null, Map.of(), Map.of(), Map.of(), Map.of(), Callers.ANYBODY);
        context.getBean(PlanRows.class).insert(new PlanVersion(1, losing, Instant.EPOCH, "Dana", ""));

        blockList.block(PEST, "Dana");

        assertThat(blockList.numbers()).containsExactly(PEST);
    }

    @Test
    void who_shows_a_number_that_nobody_can_have_is_blocked_like_others() {
        var spoofed = new PhoneNumber("+11115550147");

        blockList.block(spoofed, "Dana");

        assertThat(blockList.numbers()).containsExactly(spoofed);
        blockList.unblock(spoofed, "Dana");
        assertThat(blockList.numbers()).isEmpty();
    }

    private static Plan full() {
        Set<PhoneNumber> most = IntStream.range(0, Callers.MOST_BLOCKED)
                .mapToObj("+1212555%04d"::formatted)
                .map(PhoneNumber::new)
                .collect(Collectors.toSet());
        return Plan.DEFAULT.with(new Callers(most, null, Map.of()));
    }

    private void thereIsNoRoomFor(PhoneNumber number) {
        assertThatThrownBy(() -> blockList.block(number, "Dana"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("block_list_full"));
    }

    @Test
    void a_full_list_says_so() {
        Draft drafted = publishing.change(new Draft(full(), 0), "Dana");
        publishing.publish(drafted.version(), 0, "", "Dana");

        thereIsNoRoomFor(new PhoneNumber("+13125550199"));
    }

    @Test
    void a_list_that_is_full_only_in_the_draft_says_so_as_well_and_the_draft_can_still_be_read() {
        Draft drafted = publishing.change(new Draft(full(), 0), "Dana");

        thereIsNoRoomFor(new PhoneNumber("+13125550199"));

        assertThat(plans.draft()).isEqualTo(drafted);
        assertThat(blockList.numbers()).isEmpty();
    }
}
