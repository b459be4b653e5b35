package io.cloudpbx.bench.receptionist;

import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision by the names that sets and answers use.
 *
 * @param target whom it connects, takes a message for, or which fact it tells; null when none
 */
record Outcome(String action, @Nullable String target, List<String> candidates, double millis) {
    Outcome {
        candidates = List.copyOf(candidates);
    }

    static Outcome of(Decided decided, Company company) {
        double millis = decided.took().toNanos() / 1_000_000.0;
        return switch (decided.decision()) {
            case Decision.Connect connect -> connected(connect.target(), company, millis);
            case Decision.TakeMessage message -> new Outcome("take_message", message.target(), List.of(), millis);
            case Decision.Answer answer -> new Outcome("answer", told(answer.facts(), company), List.of(), millis);
            case Decision.Clarify clarify -> new Outcome("clarify", null, clarify.candidates(), millis);
            case Decision.Operator operator -> new Outcome("operator", null, List.of(), millis);
            case Decision.Reprompt reprompt -> new Outcome("reprompt", null, List.of(), millis);
            // Their wish is written down and confirmed; then there is nothing left to talk about.
            case Decision.OptOut optOut -> new Outcome("end_call", null, List.of(), millis);
            case Decision.Emergency emergency -> new Outcome("emergency", null, List.of(), millis);
            case Decision.Refuse refuse -> new Outcome("refuse", null, List.of(), millis);
            case Decision.EndCall end -> new Outcome("end_call", null, List.of(), millis);
        };
    }

    private static Outcome connected(String target, Company company, double millis) {
        if (company.directory().person(target).isPresent()) {
            return new Outcome("transfer_person", target, List.of(), millis);
        }
        boolean department = company.directory().department(target).isPresent();
        return department
                ? new Outcome("transfer_department", target, List.of(), millis)
                : new Outcome("operator", null, List.of(), millis);
    }

    /** The question of the business's own that covers it, else the fact by its name. */
    private static String told(List<String> facts, Company company) {
        return facts.stream()
                .filter(company.questions()::containsKey)
                .map(company.questions()::get)
                .findFirst()
                .orElseGet(facts::getFirst);
    }

    /** Whether it moves the caller to somebody. */
    boolean connects() {
        return action.startsWith("transfer_");
    }

    /** Whether nothing can go wrong by it. */
    boolean isSafe() {
        return action.equals("clarify") || action.equals("operator") || action.equals("reprompt");
    }

    /** What and whom, in a word. */
    String name() {
        return target == null ? action + (candidates.isEmpty() ? "" : candidates.toString()) : action + ":" + target;
    }
}
