package io.cloudpbx.calls.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.relay.flow.RelayInput.Aloud;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesElsewhere;
import io.cloudpbx.calls.relay.flow.RelayInput.GoesOn;
import io.cloudpbx.calls.relay.flow.RelayInput.Gone;
import io.cloudpbx.calls.relay.flow.RelayInput.Interrupt;
import io.cloudpbx.calls.relay.flow.RelayInput.Key;
import io.cloudpbx.calls.relay.flow.RelayInput.Other;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.TheySpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.WeSpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Woke;
import io.cloudpbx.calls.relay.flow.RelayOutput.End;
import io.cloudpbx.calls.relay.flow.RelayOutput.Leave;
import io.cloudpbx.calls.relay.flow.RelayOutput.Press;
import io.cloudpbx.calls.relay.flow.RelayOutput.Say;
import io.cloudpbx.calls.relay.flow.RelayOutput.Settle;
import io.cloudpbx.calls.relay.flow.RelayOutput.Silence;
import io.cloudpbx.knowledge.words.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Things come in any order. */
class RelayDisorderTest extends RelayCase {
    /** Whatever order things come in, each talk cycle is completed once and nobody thinks after the end. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_order_of_inputs_is_survived(long seed) {
        var random = new Random(seed);
        begun();
        int open = 0;
        for (int i = 0; i < 20_000 && !state.isOver(); i++) {
            on(answerTo(outputs, random));
            for (RelayOutput output : outputs) {
                if (output instanceof Say say) {
                    open = say.last() ? 0 : 1;
                }
                assertThat(output instanceof End && open == 1).isFalse();
            }
        }
        on(new Gone());
        assertThat(state.isOver()).isTrue();
    }

    private RelayInput answerTo(List<RelayOutput> before, Random random) {
        if (!before.isEmpty() && isAnswered(before.getLast())) {
            return random.nextInt(50) == 0 ? new GoesElsewhere() : new GoesOn(SECOND, "We are open until five.");
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Prompt("Something");
            case 1 -> new Interrupt("We are");
            case 2 -> new Key("0123#*".charAt(random.nextInt(6)));
            case 3 -> new Aloud(state.count(), "We are open until five.", Language.ENGLISH);
            case 4 -> thought();
            case 5 -> woke();
            case 6 -> new WeSpeak(random.nextBoolean());
            case 7 -> new TheySpeak(random.nextBoolean());
            case 8 -> new Woke(state.count() - 1);
            default -> new Other();
        };
    }

    private static boolean isAnswered(RelayOutput output) {
        return output instanceof Settle
                || output instanceof Press
                || output instanceof Silence
                || output instanceof Leave;
    }
}
