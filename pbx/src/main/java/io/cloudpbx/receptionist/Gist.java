package io.cloudpbx.receptionist;

import java.util.List;
import java.util.Optional;

/**
 * What a decision comes to, without the words it is said in.
 *
 * @param kind such as {@code connect}, as it is stored
 * @param targets ids of the directory or of facts, sorted
 */
public record Gist(String kind, List<String> targets) {
    public Gist {
        targets = targets.stream().sorted().toList();
    }

    public static Gist of(Decision decision) {
        return switch (decision) {
            case Decision.Connect connect -> new Gist("connect", List.of(connect.target()));
            case Decision.TakeMessage message ->
                new Gist(
                        "take_message",
                        Optional.ofNullable(message.target()).stream().toList());
            case Decision.Answer answer -> new Gist("answer", answer.facts());
            case Decision.Clarify clarify -> new Gist("clarify", clarify.candidates());
            case Decision.Operator operator -> new Gist("operator", List.of());
            case Decision.Reprompt again -> new Gist("reprompt", List.of());
            case Decision.OptOut optOut -> new Gist("opt_out", List.of());
            case Decision.Emergency emergency -> new Gist("emergency", List.of());
            case Decision.Refuse refuse -> new Gist("refuse", List.of());
            case Decision.EndCall end -> new Gist("end_call", List.of());
        };
    }
}
