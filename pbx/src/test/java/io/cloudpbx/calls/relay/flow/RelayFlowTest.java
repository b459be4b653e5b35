package io.cloudpbx.calls.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.relay.flow.RelayInput.Admitted;
import io.cloudpbx.calls.relay.flow.RelayInput.Aloud;
import io.cloudpbx.calls.relay.flow.RelayInput.Flood;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesElsewhere;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesOn;
import io.cloudpbx.calls.relay.flow.RelayInput.Gone;
import io.cloudpbx.calls.relay.flow.RelayInput.Interrupt;
import io.cloudpbx.calls.relay.flow.RelayInput.Key;
import io.cloudpbx.calls.relay.flow.RelayInput.Other;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.Refused;
import io.cloudpbx.calls.relay.flow.RelayInput.Setup;
import io.cloudpbx.calls.relay.flow.RelayInput.TheySpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Thought;
import io.cloudpbx.calls.relay.flow.RelayInput.Unreadable;
import io.cloudpbx.calls.relay.flow.RelayInput.WeSpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Woke;
import io.cloudpbx.calls.relay.flow.RelayOutput.Admit;
import io.cloudpbx.calls.relay.flow.RelayOutput.Close;
import io.cloudpbx.calls.relay.flow.RelayOutput.End;
import io.cloudpbx.calls.relay.flow.RelayOutput.Forget;
import io.cloudpbx.calls.relay.flow.RelayOutput.Leave;
import io.cloudpbx.calls.relay.flow.RelayOutput.OneMoment;
import io.cloudpbx.calls.relay.flow.RelayOutput.Press;
import io.cloudpbx.calls.relay.flow.RelayOutput.Say;
import io.cloudpbx.calls.relay.flow.RelayOutput.Settle;
import io.cloudpbx.calls.relay.flow.RelayOutput.Shorten;
import io.cloudpbx.calls.relay.flow.RelayOutput.Silence;
import io.cloudpbx.calls.relay.flow.RelayOutput.Speak;
import io.cloudpbx.calls.relay.flow.RelayOutput.Think;
import io.cloudpbx.calls.relay.flow.RelayOutput.Wait;
import io.cloudpbx.knowledge.words.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation in a stream, input by input; what the shell does of it is told to it again, as the shell would. */
class RelayFlowTest extends RelayCase {
    @Test
    void the_setup_is_checked_and_then_the_caller_is_listened_to() {
        on(new Setup("CA1", "token"));
        assertThat(outputs).containsExactly(new Admit("CA1", "token"));

        on(new Admitted(FIRST, "x".repeat(28)));
        assertThat(outputs)
                .containsExactly(new Wait(state.count(), Duration.ofSeconds(2).plus(RelayFlow.UNTOLD)));
    }

    @Test
    void a_call_that_is_not_awaited_and_whoever_says_nothing_are_refused() {
        on(new Setup("CA1", "wrong"), new Refused());
        assertThat(outputs).contains(new Close(1008, "This call is not awaited"));

        state = RelayFlow.begin().state();
        on(woke());
        assertThat(outputs).contains(new Close(1008, "The setup comes first"));
    }

    @Test
    void nothing_comes_before_the_setup_and_it_comes_once() {
        for (RelayInput early : List.of(new Prompt("Hello"), new Key('0'), new Other(), new Interrupt(""))) {
            state = RelayFlow.begin().state();
            on(early);
            assertThat(outputs).contains(new Close(1008, "The setup comes first"));
        }

        state = RelayFlow.begin().state();
        begun();
        on(new Setup("CA1", "token"));
        assertThat(outputs).containsExactly(new Forget(), new Close(1008, "The conversation has begun"));
        on(new Prompt("Hello"), new Setup("CA1", "token"));
        assertThat(outputs).isEmpty();
    }

    @Test
    void what_is_no_message_is_passed_over_ten_in_a_row_end_it_and_so_does_a_flood() {
        begun();
        for (int i = 1; i < RelayFlow.MOST_UNREADABLE; i++) {
            on(new Unreadable());
        }
        assertThat(outputs).isEmpty();
        on(new Other(), new Unreadable());
        assertThat(outputs).isEmpty();
        for (int i = 1; i < RelayFlow.MOST_UNREADABLE; i++) {
            on(new Unreadable());
        }
        assertThat(outputs).contains(new Close(1007, "Not a message of this protocol"));

        state = RelayFlow.begin().state();
        on(new Unreadable());
        assertThat(outputs).contains(new Close(1007, "Not a message of this protocol"));

        state = RelayFlow.begin().state();
        begun();
        on(new Flood());
        assertThat(outputs).contains(new Close(1008, "More messages than a call has"));
    }

    @Test
    void what_the_caller_says_is_thought_about_settled_and_answered_in_one_talk_cycle() {
        asked("When are you open?");
        assertThat(outputs)
                .containsExactly(
                        new Think(state.count(), FIRST, "When are you open?"),
                        new Wait(state.count(), RelayFlow.PATIENCE));

        on(thought());
        assertThat(outputs).containsExactly(new Settle(FIRST, "When are you open?", DECIDED, false));

        on(new GoesOn(SECOND, "We are open until five."));
        assertThat(outputs.getFirst()).isEqualTo(new Say("We are open until five.", true));
        on(new Prompt("Thanks"));
        assertThat(outputs.getFirst()).isEqualTo(new Think(state.count(), SECOND, "Thanks"));
    }

    @Test
    void who_waits_longer_than_a_second_is_asked_for_patience_once() {
        asked("When are you open?");
        on(woke());
        assertThat(outputs).containsExactly(new OneMoment(Language.ENGLISH));
        on(woke());
        assertThat(outputs).isEmpty();
        on(thought());
        assertThat(outputs).containsExactly(new Settle(FIRST, "When are you open?", DECIDED, true));
        on(new GoesOn(SECOND, "Until five."));
        assertThat(cyclesCompleted()).isEqualTo(1);
    }

    @Test
    void the_beginning_of_an_answer_is_said_at_once_and_not_again() {
        asked("When are you open?");
        on(new Aloud(state.count(), "Until five.", Language.ENGLISH));
        assertThat(outputs).containsExactly(new Say("Until five. ", false));
        on(woke());
        assertThat(outputs).isEmpty();
        on(thought(), new GoesOn(SECOND, "Until five. On Fridays until three."));

        assertThat(said()).containsExactly("Until five.", "On Fridays until three.");
        assertThat(cyclesCompleted()).isEqualTo(1);
    }

    @Test
    void an_answer_that_turns_out_otherwise_is_said_in_full() {
        asked("When are you open?");
        on(new Aloud(state.count(), "Until five.", Language.ENGLISH));
        on(thought());
        on(new GoesOn(SECOND, "Whom would you like to reach?"));

        assertThat(said()).containsExactly("Until five.", "Whom would you like to reach?");
        assertThat(cyclesCompleted()).isEqualTo(1);
    }

    @Test
    void a_call_that_goes_on_elsewhere_is_given_back_when_what_was_said_is_heard() {
        asked("Dana please");
        on(thought(), new GoesElsewhere());
        assertThat(outputs.getFirst()).isEqualTo(new End());

        state = RelayFlow.begin().state();
        asked("Something");
        on(woke());
        on(thought(), new GoesElsewhere());
        assertThat(outputs).contains(new Say("", true)).doesNotContain(new End());
        on(new Prompt("Wait"), new Key('1'), new WeSpeak(true));
        assertThat(outputs).isEmpty();
        on(new WeSpeak(false));
        assertThat(outputs.getFirst()).isEqualTo(new End());
        on(new Prompt("Hello?"));
        on(thought(), new Interrupt(""));
        assertThat(outputs).isEmpty();
        on(woke());
        assertThat(outputs).contains(new Close(1000, "The conversation has ended"));
    }

    @Test
    void a_carrier_that_does_not_tell_when_it_has_spoken_is_not_waited_for_for_ever() {
        asked("Something");
        on(woke());
        on(thought(), new GoesElsewhere());
        on(woke());
        assertThat(outputs.getFirst()).isEqualTo(new End());
    }

    @Test
    void an_interruption_stops_the_thought_at_once_and_what_was_heard_of_the_answer_stays() {
        asked("When are you open?");
        int thought = state.count();
        on(new Aloud(thought, "We are open until five.", Language.ENGLISH), new Interrupt("We are open"));
        assertThat(outputs).containsExactly(new Forget(), new Leave(FIRST, "When are you open?", "We are open"));

        on(new GoesOn(SECOND, "We are open"));
        assertThat(cyclesCompleted()).isEqualTo(1);
        on(new Thought(thought, DECIDED), new Aloud(thought, "And more.", Language.ENGLISH));
        assertThat(outputs).isEmpty();
        on(new Prompt("And on Saturday?"));
        assertThat(outputs.getFirst()).isEqualTo(new Think(state.count(), SECOND, "And on Saturday?"));
    }

    @Test
    void an_interruption_before_any_answer_adds_to_what_was_said() {
        asked("I would like");
        on(woke(), new Interrupt("One mom"));
        assertThat(outputs).contains(new Forget(), new Wait(state.count(), RelayFlow.MORE_WORDS));
        on(new Prompt("to talk to Dana"));
        assertThat(outputs.getFirst()).isEqualTo(new Think(state.count(), FIRST, "I would like to talk to Dana"));
    }

    @Test
    void an_interruption_that_was_only_noise_does_not_lose_the_turn() {
        asked("Dana please");
        on(new Interrupt(""), new TheySpeak(true), new TheySpeak(false));
        on(woke());
        assertThat(outputs.getFirst()).isEqualTo(new Think(state.count(), FIRST, "Dana please"));
    }

    @Test
    void of_what_was_said_before_the_turn_only_what_was_heard_is_kept() {
        begun();
        on(new Interrupt("How can I"));
        assertThat(outputs).contains(new Shorten(FIRST, "How can I"));
    }

    @Test
    void a_newer_prompt_ends_the_older_thought_and_joins_it() {
        asked("Dana");
        int older = state.count();
        on(new Prompt("Whitfield please"));
        assertThat(outputs).startsWith(new Forget(), new Think(state.count(), FIRST, "Dana Whitfield please"));
        on(new Thought(older, DECIDED));
        assertThat(outputs).isEmpty();
    }

    @Test
    void whoever_never_stops_talking_does_not_stop_us_from_deciding() {
        asked("One");
        for (int i = 1; i < RelayFlow.MOST_ATTEMPTS; i++) {
            on(new Prompt("more"));
            assertThat(outputs).hasAtLeastOneElementOfType(Think.class);
        }
        on(new Prompt("more"));
        assertThat(outputs).isEmpty();
        on(new Interrupt(""));
        assertThat(outputs).isEmpty();
        on(thought());
        assertThat(outputs).containsExactly(new Settle(FIRST, "One more more more", DECIDED, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"listening", "thinking", "spoken to", "asked for patience", "doubting"})
    void zero_is_a_person_at_any_time(String phase) {
        begun();
        if (!phase.equals("listening")) {
            on(new Prompt("Something"));
        }
        switch (phase) {
            case "spoken to" -> on(new Aloud(state.count(), "Until five.", Language.ENGLISH));
            case "asked for patience" -> on(woke());
            case "doubting" -> on(new Interrupt(""));
            default -> {}
        }
        on(new Key('0'));
        assertThat(outputs.getLast()).isEqualTo(new Press(FIRST, "0"));
        on(new GoesElsewhere());
        assertThat(outputs).contains(new End());
    }

    @Test
    void an_extension_is_complete_with_its_last_key_the_pound_key_or_a_while() {
        begun();
        on(new Key('1'), new Key('0'));
        assertThat(outputs).containsExactly(new Wait(state.count(), RelayFlow.MORE_KEYS));
        on(new Key('1'));
        assertThat(outputs).containsExactly(new Press(FIRST, "101"));

        on(new GoesOn(SECOND, "Whom?"), new Key('1'), new Key('#'));
        assertThat(outputs).containsExactly(new Press(SECOND, "1"));
        on(new GoesOn(SECOND, "Whom?"), new Key('1'), new WeSpeak(false));
        on(woke());
        assertThat(outputs).containsExactly(new Press(SECOND, "1"));
        on(new GoesOn(SECOND, "Whom?"), new Key('#'));
        assertThat(outputs).containsExactly(new Wait(state.count(), RelayFlow.QUIET));
    }

    @Test
    void silence_is_noticed_from_the_end_of_what_was_said_and_not_while_somebody_speaks() {
        begun();
        int guessed = state.count();
        on(new WeSpeak(false));
        assertThat(outputs).containsExactly(new Wait(state.count(), RelayFlow.QUIET));
        on(new Woke(guessed));
        assertThat(outputs).isEmpty();
        int quiet = state.count();
        on(new TheySpeak(true), new Woke(quiet));
        assertThat(outputs).isEmpty();
        on(new TheySpeak(false));
        on(woke());
        assertThat(outputs).containsExactly(new Silence(FIRST));
        on(new GoesOn(SECOND, "I didn't hear anything."));
        assertThat(said()).containsExactly("I didn't hear anything.");
    }

    @Test
    void a_change_of_language_is_told_before_the_words() {
        asked("Hola");
        on(thought(), new GoesOn(SECOND.in(Language.SPANISH), "¿Con quién?"));
        assertThat(outputs).startsWith(new Speak(Language.SPANISH), new Say("¿Con quién?", true));

        state = RelayFlow.begin().state();
        asked("Hola");
        on(new Aloud(state.count(), "Abrimos a las ocho.", Language.SPANISH));
        assertThat(outputs).containsExactly(new Speak(Language.SPANISH), new Say("Abrimos a las ocho. ", false));
        on(thought(), new GoesOn(SECOND.in(Language.SPANISH), "Abrimos a las ocho."));
        assertThat(outputs.getFirst()).isEqualTo(new Say("", true));
    }

    @Test
    void a_hang_up_ends_the_thought_and_everything() {
        asked("When are you open?");
        int thought = state.count();
        on(new Gone());
        assertThat(outputs).containsExactly(new Forget());
        on(new Thought(thought, DECIDED), new Woke(thought), new Gone(), new Flood());
        assertThat(outputs).isEmpty();
    }
}
