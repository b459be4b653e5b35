package io.cloudpbx.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Play;
import io.cloudpbx.twiml.Verb.Prompt;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuPromptsTest {
    private static final Pause PAUSE = new Pause(Duration.ofSeconds(1));

    private static List<Prompt> heard(
            Opening opening, @Nullable String greeting, @Nullable String choices, Set<String> there) {
        var menu = new Node.Menu(
                "This is {business}.",
                "For sales, press 1.",
                Map.of("1", "sales"),
                false,
                Duration.ofSeconds(4),
                3,
                "operator",
                greeting,
                choices);
        var prompts = new MenuPrompts(
                new Announcements("Harbor"), name -> there.contains(name) ? Optional.of("/" + name) : Optional.empty());
        return prompts.of(new Menu("menu", menu, 1, 0, opening, CallStep.SILENCE));
    }

    @Test
    void words_are_said_in_one_breath_where_no_sound_is_named() {
        assertThat(heard(new Opening.Welcome(), null, null, Set.of("g", "c")))
                .containsExactly(new Say("This is Harbor. For sales, press 1."), PAUSE);
    }

    @Test
    void a_sound_is_played_in_place_of_its_words_alone() {
        assertThat(heard(new Opening.Welcome(), "g", null, Set.of("g")))
                .containsExactly(new Play("/g"), new Say("For sales, press 1."), PAUSE);
        assertThat(heard(new Opening.Welcome(), null, "c", Set.of("c")))
                .containsExactly(new Say("This is Harbor."), new Play("/c"), PAUSE);
        assertThat(heard(new Opening.Welcome(), "g", "c", Set.of("g", "c")))
                .containsExactly(new Play("/g"), new Play("/c"), PAUSE);
    }

    @Test
    void the_greeting_is_played_once_and_the_choices_every_time() {
        assertThat(heard(new Opening.Again(), "g", "c", Set.of("g", "c")))
                .containsExactly(new Say("I didn't get that."), new Play("/c"), PAUSE);
        assertThat(heard(new Opening.Again(), "g", null, Set.of("g")))
                .containsExactly(new Say("I didn't get that. For sales, press 1."), PAUSE);
    }

    @Test
    void where_a_sound_is_not_there_its_words_are_said() {
        assertThat(heard(new Opening.Welcome(), "g", "c", Set.of()))
                .containsExactly(new Say("This is Harbor. For sales, press 1."), PAUSE);
        assertThat(heard(new Opening.Welcome(), "g", "c", Set.of("c")))
                .containsExactly(new Say("This is Harbor."), new Play("/c"), PAUSE);
    }
}
