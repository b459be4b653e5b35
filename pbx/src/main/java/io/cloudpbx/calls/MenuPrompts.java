package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.twiml.Verb.Pause;
import io.cloudpbx.twiml.Verb.Play;
import io.cloudpbx.twiml.Verb.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a menu lets hear: a sound where it names one that is there, else the words beside it. */
record MenuPrompts(Announcements announcements, MenuSounds sounds) {
    private static final Pause TIME_TO_CHOOSE = new Pause(Duration.ofSeconds(1));

    List<Prompt> of(Menu menu) {
        Language language = menu.first().language();
        var before = sound(menu.opening() instanceof Welcome ? menu.menu().greetingSound() : null);
        var choices = sound(menu.menu().choicesSound());
        var prompts = new ArrayList<Prompt>();
        if (before.isEmpty() && choices.isEmpty()) {
            prompts.add(Sentences.in(language, announcements.opening(menu)));
        } else {
            add(prompts, before, announcements.before(menu), language);
            add(prompts, choices, announcements.choices(menu), language);
        }
        prompts.add(TIME_TO_CHOOSE);
        return prompts;
    }

    private Optional<Play> sound(@Nullable String name) {
        return Optional.ofNullable(name).flatMap(sounds::url).map(Play::new);
    }

    private static void add(List<Prompt> prompts, Optional<Play> sound, String words, Language language) {
        if (sound.isPresent()) {
            prompts.add(sound.get());
        } else if (!words.isBlank()) {
            prompts.add(Sentences.in(language, words));
        }
    }
}
