package io.cloudpbx.calls.relay.flow;

import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.calls.relay.flow.RelayInput.Admitted;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.Setup;
import io.cloudpbx.calls.relay.flow.RelayInput.Thought;
import io.cloudpbx.calls.relay.flow.RelayInput.Woke;
import io.cloudpbx.calls.relay.flow.RelayOutput.Say;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stream that is told what comes in, and tells what is to be done. */
abstract class RelayCase {
    static final Talk FIRST = Talk.BEGINNING;
    static final Talk SECOND = new Talk(2, 0, 0, null, Language.ENGLISH);
    static final Decided DECIDED = new Decided(
            new Decision.Answer(List.of("hours"), "We are open until five."),
            "en",
            "offline",
            null,
            Usage.NONE,
            null,
            Duration.ZERO,
            "Because",
            List.of(),
            null);

    RelayState state = RelayFlow.begin().state();
    List<RelayOutput> outputs = List.of();
    private final List<RelayOutput> all = new ArrayList<>();

    void on(RelayInput... inputs) {
        for (RelayInput input : inputs) {
            RelayMove move = RelayFlow.on(state, input);
            state = move.state();
            outputs = move.outputs();
            all.addAll(outputs);
        }
    }

    void begun() {
        on(new Setup("CA1", "token"), new Admitted(FIRST, "How can I help you?"));
    }

    void asked(String words) {
        begun();
        on(new Prompt(words));
    }

    Thought thought() {
        return new Thought(state.count(), DECIDED);
    }

    Woke woke() {
        return new Woke(state.count());
    }

    List<String> said() {
        return all.stream()
                .filter(Say.class::isInstance)
                .map(say -> ((Say) say).token().strip())
                .filter(token -> !token.isEmpty())
                .toList();
    }

    long cyclesCompleted() {
        return all.stream()
                .filter(output -> output instanceof Say say && say.last())
                .count();
    }
}
