package io.cloudpbx.receptionist.offline;

import io.cloudpbx.receptionist.Decision;
import java.util.List;
import java.util.stream.Stream;

/** Decisions as tests write them: {@code connect jorge}, {@code clarify maria-g maria-l}. */
final class Outcomes {
    private Outcomes() {}

    static String of(Decision decision) {
        return switch (decision) {
            case Decision.Connect(String target, String say) -> "connect " + target;
            case Decision.TakeMessage(String target, String say) -> "message " + target;
            case Decision.Answer(List<String> facts, String say) ->
                "answer " + facts.getFirst().split("_")[0];
            case Decision.Clarify(String question, List<String> candidates) ->
                ("clarify " + String.join(" ", candidates.stream().sorted().toList())).strip();
            case Decision.Operator operator -> "operator";
            case Decision.Reprompt reprompt -> "reprompt";
            case Decision.OptOut optOut -> "opt-out";
            case Decision.Emergency emergency -> "emergency";
            case Decision.Refuse refuse -> "refuse";
            case Decision.EndCall end -> "end " + end.reason();
        };
    }

    static String spoken(Decision decision) {
        return switch (decision) {
            case Decision.Connect(String target, String say) -> say;
            case Decision.TakeMessage(String target, String say) -> say;
            case Decision.Answer(List<String> facts, String say) -> say;
            case Decision.Clarify(String question, List<String> candidates) -> question;
            case Decision.Operator(String reason, String say) -> say;
            case Decision.Reprompt(String say) -> say;
            case Decision.OptOut(String quote, String say) -> say;
            case Decision.Emergency(String say) -> say;
            case Decision.Refuse(String reason, String say) -> say;
            case Decision.EndCall(Decision.EndCall.Reason reason, String say) -> say;
        };
    }

    /** All ids of the directory that a decision speaks of. */
    static Stream<String> targets(Decision decision) {
        return switch (decision) {
            case Decision.Connect(String target, String say) -> Stream.of(target);
            case Decision.TakeMessage(String target, String say) -> Stream.ofNullable(target);
            case Decision.Clarify(String question, List<String> candidates) -> candidates.stream();
            default -> Stream.empty();
        };
    }
}
