package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.WaitingEnded;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Waiting.Before;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of callers in a queue. */
class QueuedCallsTest {
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");
    private static final PhoneNumber CALLED = new PhoneNumber("+14155550150");
    private static final Duration RINGING = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Callee DANA = callee("101", "Dana Whitfield", "+14155550190");
    private static final Callee DANIEL = callee("102", "Daniel Cho", "+14155550191");
    private static final Callee MARA = callee("103", "Mara Lindqvist", null);
    private static final Map<String, Callee> DIRECTORY = Map.of("101", DANA, "102", DANIEL, "103", MARA);
    private static final Saying HOLD = new Saying.Words("Please wait.", Language.ENGLISH);
    private static final Saying SILENCE = CallStep.SILENCE;

    private static Callee callee(String ext, String name, @Nullable String phone) {
        return new Callee(
                new UUID(0, Integer.parseInt(ext)),
                ext,
                name,
                "",
                List.of(),
                phone == null ? null : new PhoneNumber(phone));
    }

    private static Plan plan(Strategy strategy, String... members) {
        var queue = new Node.Queue(
                "Help", List.of(members), strategy, RINGING, "Please wait.", LONGEST, true, "mailbox-101");
        return new Plan("help", null, Map.of(), Map.of("help", queue), Map.of(), Map.of(), Callers.ANYBODY);
    }

    private static Plan ofBoth() {
        return plan(Strategy.ALL, "101", "102", "103");
    }

    private static CallSituation call(Plan plan, @Nullable PhoneNumber from, int taken) {
        var routing = new Routing(plan, from, CALLED, Instant.EPOCH, List.of(), Rotation.UNKNOWN, taken, 0);
        return new CallSituation(
                new Dialled.Main(), DIRECTORY, Optional.of(DANIEL), Duration.ZERO, Listening.TURNS, routing);
    }

    private static CallSituation among(Plan plan, Waiting waiting) {
        return call(plan, CALLER, 0).among(waiting);
    }

    private static Waiting others(int all, int atMusic, String... engaged) {
        return new Waiting(
                true, "help", Duration.ofSeconds(40), Map.of("help", new Before(all, atMusic)), Set.of(engaged));
    }

    private static NextStep arrive(CallSituation situation) {
        return CallFlow.decide(situation, new CallEvent.Arrived());
    }

    private static NextStep afterMusic(CallSituation situation, String digits) {
        return CallFlow.decide(situation, new WaitingEnded("help", 0, digits));
    }

    private static NextStep unanswered(CallSituation situation, int leg) {
        return CallFlow.decide(situation, new RingingEnded("help", leg, DialOutcome.NO_ANSWER));
    }

    private static RingGroup rings(int leg, Saying first, Callee... callees) {
        return new RingGroup("help", leg, "Help", List.of(callees), RINGING, first);
    }

    private static Wait music(int position, Saying first) {
        return new Wait("help", "Help", position, true, first);
    }

    @Test
    void who_finds_somebody_free_is_rung_for_at_once_and_only_at_phones_that_are_there() {
        assertThat(arrive(among(ofBoth(), Waiting.NOBODY)).step()).isEqualTo(rings(0, HOLD, DANA, DANIEL));
        assertThat(arrive(among(ofBoth(), others(0, 0, "101"))).step()).isEqualTo(rings(0, HOLD, DANIEL));
    }

    @Test
    void who_finds_nobody_free_hears_music_and_where_they_stand() {
        var next = arrive(among(ofBoth(), others(2, 0, "101", "102")));

        assertThat(next.step()).isEqualTo(music(3, HOLD));
        assertThat(next.reason()).isEqualTo("The main number was called; nobody of Help is free");
        assertThat(next.place()).isEqualTo("help");
    }

    @Test
    void nobody_is_rung_for_who_came_later_than_somebody_at_music() {
        var next = afterMusic(among(ofBoth(), others(1, 1)), "");

        assertThat(next.step()).isEqualTo(music(2, SILENCE));
        assertThat(next.reason()).isEqualTo("Waited; others have waited longer");
        assertThat(afterMusic(among(ofBoth(), others(1, 0, "101")), "").step())
                .as("whoever came before is being rung for")
                .isEqualTo(rings(0, SILENCE, DANIEL));
    }

    @Test
    void whom_nobody_took_hears_music_before_anybody_is_rung_again() {
        var alone = among(ofBoth(), Waiting.alone("help", RINGING));

        assertThat(unanswered(alone, 0).step()).isEqualTo(music(1, SILENCE));
        assertThat(unanswered(alone, 0).reason()).isEqualTo("Nobody took the call; everybody who is free was rung");
        assertThat(afterMusic(alone, "").step()).isEqualTo(rings(0, SILENCE, DANA, DANIEL));
    }

    @Test
    void one_after_the_other_everybody_who_is_free_has_a_turn_before_the_music() {
        var alone = among(plan(Strategy.IN_ORDER, "101", "102"), Waiting.alone("help", RINGING));

        assertThat(arrive(alone).step()).isEqualTo(rings(0, HOLD, DANA));
        assertThat(unanswered(alone, 0).step()).isEqualTo(rings(1, SILENCE, DANIEL));
        assertThat(unanswered(alone, 1).step()).isEqualTo(music(1, SILENCE));
    }

    @Test
    void who_has_waited_for_as_long_as_callers_may_goes_on() {
        var soon = among(ofBoth(), Waiting.alone("help", LONGEST.minusSeconds(1)));
        var over = among(ofBoth(), Waiting.alone("help", LONGEST));

        assertThat(afterMusic(soon, "").step()).isInstanceOf(RingGroup.class);
        var next = afterMusic(over, "");
        assertThat(next.step()).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NOBODY_ANSWERED));
        assertThat(next.passed()).singleElement().satisfies(passed -> {
            assertThat(passed.rule()).isEqualTo("Longest wait");
            assertThat(passed.reason()).isEqualTo("the caller waited for Help as long as callers may");
        });
        assertThat(unanswered(over, 0).step()).isInstanceOf(TakeMessage.class);
    }

    @Test
    void a_wait_elsewhere_counts_for_nothing_here() {
        assertThat(afterMusic(among(ofBoth(), Waiting.alone("sales", LONGEST)), "")
                        .step())
                .isEqualTo(rings(0, SILENCE, DANA, DANIEL));
    }

    @Test
    void a_queue_of_whom_nobody_can_be_rung_keeps_nobody_waiting() {
        var next = arrive(among(plan(Strategy.ALL, "103"), Waiting.NOBODY));

        assertThat(next.step()).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NO_PHONE));
        assertThat(next.reason()).endsWith("nobody of Help can be rung");
    }

    @Test
    void one_asks_to_be_called_back_and_zero_for_a_person() {
        var waiting = among(ofBoth(), others(1, 1, "101", "102"));

        assertThat(afterMusic(waiting, "1").step()).isEqualTo(new Goodbye(Farewell.CALL_BACK));
        assertThat(afterMusic(waiting, "1").reason()).isEqualTo("Asked to be called back");
        assertThat(afterMusic(waiting, "0").step()).isEqualTo(new Ring(DANIEL));
        assertThat(afterMusic(waiting, "7").step()).isEqualTo(music(2, SILENCE));
    }

    @Test
    void nobody_is_offered_a_call_back_who_withholds_their_number() {
        var withheld = call(ofBoth(), null, 0).among(others(0, 0, "101", "102"));

        assertThat(arrive(withheld).step()).isEqualTo(new Wait("help", "Help", 1, false, HOLD));
        assertThat(afterMusic(withheld, "1").step()).isEqualTo(new Wait("help", "Help", 1, false, SILENCE));
    }

    @Test
    void without_the_database_everybody_is_rung_for_and_goes_on_in_time() {
        var early = among(ofBoth(), Waiting.unseen(Duration.ofSeconds(30)));
        var late = among(ofBoth(), Waiting.unseen(LONGEST));

        assertThat(unanswered(early, 0).step()).isEqualTo(music(0, SILENCE));
        assertThat(arrive(late).step())
                .as("nobody knows how long the caller has waited here")
                .isEqualTo(rings(0, HOLD, DANA, DANIEL));
        assertThat(unanswered(late, 0).step()).isInstanceOf(TakeMessage.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 199, 200, 400})
    void who_was_led_on_for_long_waits_no_more(int taken) {
        var situation = call(ofBoth(), CALLER, taken).among(Waiting.alone("help", RINGING));

        assertThat(afterMusic(situation, "").step()).isInstanceOf(TakeMessage.class);
    }

    @Test
    void a_silent_caller_is_explained_to_wait_until_the_longest_wait_is_over() {
        var steps = Walk.of(call(ofBoth(), CALLER, 0), List.of());

        assertThat(steps)
                .extracting(next -> next.step().getClass().getSimpleName())
                .containsExactly(
                        "RingGroup",
                        "Wait",
                        "RingGroup",
                        "Wait",
                        "RingGroup",
                        "Wait",
                        "RingGroup",
                        "Wait",
                        "RingGroup",
                        "Wait",
                        "RingGroup",
                        "Wait",
                        "TakeMessage",
                        "Goodbye");
    }

    @Test
    void whoever_presses_one_is_explained_to_be_called_back() {
        var steps = Walk.of(call(ofBoth(), CALLER, 0), List.of("1"));

        assertThat(steps.getLast().step()).isEqualTo(new Goodbye(Farewell.CALL_BACK));
        assertThat(Ending.of(steps)).isEqualTo(new Ending("call-back", "A goodbye to whoever is to be called back"));
    }

    @Test
    void callers_are_spoken_to_in_the_language_of_their_number() {
        var queue = new Node.Queue(
                "Ayuda", List.of("101"), Strategy.ALL, RINGING, "Espere.", LONGEST, false, "mailbox-101");
        var plan = new Plan(
                "help",
                null,
                Map.of(CALLED, new Entry("help", Language.SPANISH)),
                Map.of("help", queue),
                Map.of(),
                Map.of(),
                Callers.ANYBODY);

        assertThat(arrive(among(plan, others(0, 0, "101"))).step())
                .isEqualTo(new Wait("help", "Ayuda", 1, false, new Saying.Words("Espere.", Language.SPANISH)));
    }
}
