package io.cloudpbx.bench.receptionist;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What should be done. @param others actions without a target that are as right */
record Expected(String action, @Nullable String target, List<String> others) {
    Expected {
        others = List.copyOf(others);
    }

    boolean isMetBy(Outcome outcome) {
        return action.equals(outcome.action()) && Objects.equals(target, outcome.target())
                || others.contains(outcome.action());
    }

    String name() {
        return target == null ? action : action + ":" + target;
    }
}
