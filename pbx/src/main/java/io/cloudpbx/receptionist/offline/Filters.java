package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Decision.EndCall.Reason;
import io.cloudpbx.receptionist.offline.filter.Danger;
import io.cloudpbx.receptionist.offline.filter.Farewell;
import io.cloudpbx.receptionist.offline.filter.HumanWish;
import io.cloudpbx.receptionist.offline.filter.Noise;
import io.cloudpbx.receptionist.offline.filter.OptedOut;
import io.cloudpbx.receptionist.offline.filter.Refused;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.util.Optional;

/** What is decided before anybody weighs anything ({@code ai-receptionist.md} section 6), in this order. */
record Filters(Sayings sayings) {
    /** @param before whether they were refused something already: then a person sees to it */
    Optional<Understood> first(Utterance utterance, String heard, boolean before) {
        String text = utterance.text();
        if (Danger.in(text)) {
            return Optional.of(
                    Understood.of(new Decision.Emergency(sayings.emergency()), "Somebody may be in danger."));
        }
        if (OptedOut.in(text)) {
            return Optional.of(Understood.of(
                    new Decision.OptOut(heard.strip(), sayings.optedOut()), "They want no more calls or texts."));
        }
        Optional<String> refused = HumanWish.isAll(text) ? Optional.empty() : Refused.why(text);
        if (refused.isPresent()) {
            String why = refused.get();
            return Optional.of(Understood.of(
                    before
                            ? new Decision.Operator(why, sayings.operator())
                            : new Decision.Refuse(why, sayings.refused()),
                    why));
        }
        return quiet(utterance);
    }

    static boolean isRefused(Utterance utterance) {
        return Refused.why(utterance.text()).isPresent();
    }

    private Optional<Understood> quiet(Utterance utterance) {
        if (HumanWish.isAll(utterance.text())) {
            String why = "They asked for a person.";
            return Optional.of(Understood.of(new Decision.Operator(why, sayings.operator()), why));
        }
        return Farewell.in(utterance.text()).map(this::end);
    }

    private Understood end(Reason reason) {
        return switch (reason) {
            case GOODBYE -> Understood.of(new Decision.EndCall(reason, sayings.goodbye()), "They said goodbye.");
            case WRONG_NUMBER ->
                Understood.of(new Decision.EndCall(reason, sayings.wrongNumber()), "They have the wrong number.");
        };
    }

    /** Nothing in it can be understood, whatever was asked before. */
    Optional<Understood> noise(Utterance utterance, double confidence) {
        boolean unheard = confidence < 0.3;
        return unheard || Noise.is(utterance)
                ? Optional.of(Understood.of(
                        new Decision.Reprompt(sayings.again()),
                        unheard ? "Recognition was hardly sure of a word." : "Nothing was said that means anything."))
                : Optional.empty();
    }
}
