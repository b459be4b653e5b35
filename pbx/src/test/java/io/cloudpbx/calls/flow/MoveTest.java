package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.calls.flow.Move.Act;
import io.cloudpbx.calls.flow.Move.Nothing;
import io.cloudpbx.calls.flow.Move.Refused;
import io.cloudpbx.calls.flow.Move.Standing;
import io.cloudpbx.calls.flow.Move.To;
import io.cloudpbx.calls.flow.Move.Whom;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final Standing RINGING = new Standing(false, false, null, false, false, false);
    private static final Standing JOINED = new Standing(true, false, null, false, false, false);
    private static final Standing HELD = new Standing(false, true, Stage.HELD, true, false, false);
    private static final Standing TOGETHER = new Standing(true, false, Stage.TOGETHER, true, false, false);

    private static final Standing ASKING = new Standing(false, true, Stage.ASIDE, true, false, false);
    private static final Standing ASIDE = new Standing(false, true, Stage.ASIDE, true, true, false);
    private static final Standing PARKED = new Standing(false, true, Stage.PARKED, true, false, false);
    private static final Standing ALL = new Standing(true, false, Stage.ALL, true, true, false);

    /** Leading the caller away would cut off the phone that was rung. */
    @Test
    void the_first_hold_leads_away_the_phone_that_was_rung_and_later_ones_the_caller() {
        assertThat(Move.of(Act.HOLD, JOINED)).isEqualTo(new To(Stage.HELD, List.of(Whom.HOLDER)));
        assertThat(Move.of(Act.HOLD, TOGETHER)).isEqualTo(new To(Stage.HELD, List.of(Whom.CALLER)));
    }

    /** Theirs is the document that joined the two: led away from it, they would take the other side along. */
    @Test
    void whoever_called_them_is_led_away_by_nothing_but_the_end_of_their_own_document() {
        var called = new Standing(true, false, null, false, false, true);
        assertThat(Move.of(Act.HOLD, called)).isEqualTo(new To(Stage.HELD, List.of(Whom.CALLER)));
        assertThat(Move.of(Act.ASK, called)).isEqualTo(new To(Stage.ASIDE, List.of(Whom.CALLER)));
        assertThat(Move.of(Act.PARK, called)).isEqualTo(new To(Stage.PARKED, List.of(Whom.CALLER)));
    }

    @Test
    void once_parted_it_does_not_matter_who_called_whom() {
        for (var now : List.of(HELD, TOGETHER, ASIDE, ASKING, PARKED, ALL)) {
            var called = new Standing(now.talking(), now.waiting(), now.stage(), now.apart(), now.colleague(), true);
            for (var act : Act.values()) {
                assertThat(Move.of(act, called)).isEqualTo(Move.of(act, now));
            }
        }
    }

    @Test
    void a_hold_of_which_the_carrier_said_nothing_is_wanted_again() {
        assertThat(Move.of(Act.HOLD, new Standing(true, false, Stage.HELD, false, false, false)))
                .isEqualTo(new To(Stage.HELD, List.of(Whom.HOLDER)));
    }

    /** Otherwise the caller would be led to somebody who hung up, when the news of it is still under way. */
    @Test
    void a_resume_leads_whoever_has_the_caller_first_and_one_of_which_the_carrier_said_nothing_as_well() {
        assertThat(Move.of(Act.RESUME, HELD)).isEqualTo(new To(Stage.TOGETHER, List.of(Whom.HOLDER, Whom.CALLER)));
        assertThat(Move.of(Act.RESUME, new Standing(false, true, Stage.TOGETHER, true, false, false)))
                .isEqualTo(new To(Stage.TOGETHER, List.of(Whom.HOLDER, Whom.CALLER)));
    }

    @Test
    void a_colleague_is_asked_while_the_caller_waits_wherever_the_two_are() {
        assertThat(Move.of(Act.ASK, JOINED)).isEqualTo(new To(Stage.ASIDE, List.of(Whom.HOLDER)));
        assertThat(Move.of(Act.ASK, HELD)).isEqualTo(new To(Stage.ASIDE, List.of(Whom.HOLDER)));
        assertThat(Move.of(Act.ASK, TOGETHER)).isEqualTo(new To(Stage.ASIDE, List.of(Whom.CALLER, Whom.HOLDER)));
        assertThat(Move.of(Act.ASK, RINGING)).isEqualTo(Refused.NOBODY_HAS_THEM);
        assertThat(Move.of(Act.ASK, ASKING)).isEqualTo(Refused.ASKED_ALREADY);
        assertThat(Move.of(Act.ASK, ALL)).isEqualTo(Refused.ASKED_ALREADY);
        assertThat(Move.of(Act.ASK, PARKED)).isEqualTo(Refused.PARKED);
    }

    @Test
    void a_colleague_who_is_there_is_left_with_the_caller_or_talks_with_both() {
        assertThat(Move.of(Act.PASS_ON, ASIDE)).isEqualTo(new To(Stage.TOGETHER, List.of(Whom.COLLEAGUE, Whom.CALLER)));
        assertThat(Move.of(Act.JOIN, ASIDE)).isEqualTo(new To(Stage.ALL, List.of(Whom.COLLEAGUE, Whom.CALLER)));
        for (var now : List.of(RINGING, JOINED, HELD, ASKING, TOGETHER, ALL)) {
            assertThat(Move.of(Act.PASS_ON, now)).isEqualTo(Refused.COLLEAGUE_NOT_THERE);
            assertThat(Move.of(Act.JOIN, now)).isEqualTo(Refused.COLLEAGUE_NOT_THERE);
        }
    }

    @Test
    void who_asked_a_colleague_goes_back_to_the_caller_and_away_from_the_colleague() {
        for (var now : List.of(ASKING, ASIDE)) {
            assertThat(Move.of(Act.RESUME, now)).isEqualTo(new To(Stage.TOGETHER, List.of(Whom.HOLDER, Whom.CALLER)));
        }
    }

    @Test
    void three_who_were_to_talk_and_of_whom_the_carrier_said_nothing_are_led_together_again() {
        assertThat(Move.of(Act.RESUME, new Standing(false, true, Stage.ALL, true, true, false)))
                .isEqualTo(new To(Stage.ALL, List.of(Whom.COLLEAGUE, Whom.HOLDER, Whom.CALLER)));
    }

    @Test
    void a_caller_is_parked_wherever_they_are_and_is_nobody_s_then() {
        assertThat(Move.of(Act.PARK, JOINED)).isEqualTo(new To(Stage.PARKED, List.of(Whom.HOLDER)));
        assertThat(Move.of(Act.PARK, HELD)).isEqualTo(new To(Stage.PARKED, List.of(Whom.CALLER, Whom.HOLDER)));
        assertThat(Move.of(Act.PARK, TOGETHER)).isEqualTo(new To(Stage.PARKED, List.of(Whom.CALLER, Whom.HOLDER)));
        assertThat(Move.of(Act.PARK, PARKED)).isEqualTo(new Nothing());
        for (var now : List.of(RINGING, ASKING, ASIDE, ALL)) {
            assertThat(Move.of(Act.PARK, now)).isInstanceOf(Refused.class);
        }
        for (var act : List.of(Act.RESUME, Act.ASK, Act.PASS_ON, Act.JOIN)) {
            assertThat(Move.of(act, PARKED)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void of_three_nobody_is_put_on_hold() {
        assertThat(Move.of(Act.HOLD, ALL)).isEqualTo(Refused.WITH_COLLEAGUE);
    }

    @Test
    void what_is_so_already_needs_nothing() {
        assertThat(Move.of(Act.HOLD, HELD)).isEqualTo(new Nothing());
        assertThat(Move.of(Act.RESUME, TOGETHER)).isEqualTo(new Nothing());
    }

    @Test
    void whom_nobody_has_cannot_be_held_and_who_was_not_held_not_be_come_back_to() {
        assertThat(Move.of(Act.HOLD, RINGING)).isEqualTo(Refused.NOBODY_TALKS);
        assertThat(Move.of(Act.RESUME, RINGING)).isEqualTo(Refused.NOT_ON_HOLD);
        assertThat(Move.of(Act.RESUME, JOINED)).isEqualTo(Refused.NOT_ON_HOLD);
    }
}
