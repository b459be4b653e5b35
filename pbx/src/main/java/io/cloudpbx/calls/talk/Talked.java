package io.cloudpbx.calls.talk;

import io.cloudpbx.calls.Call;
import java.math.BigDecimal;
import java.util.List;

/**
 * A call that came to the receptionist, and its conversation at a glance.
 *
 * @param words the first that the caller said; empty when they said none, or the words were deleted
 * @param turns of the caller, silent ones left out
 * @param misunderstood how many turns were not understood, silent ones among them
 * @param emergency whether something may have been dangerous
 * @param fellBack whether a model should have weighed a turn and gave no answer
 * @param minds who decided
 * @param dollars what models cost, as far as their price is known
 * @param unpriced turns of a model whose price is not known
 */
public record Talked(
        Call call,
        String words,
        int turns,
        int misunderstood,
        boolean emergency,
        boolean fellBack,
        List<String> minds,
        BigDecimal dollars,
        int unpriced) {
    public Talked {
        minds = List.copyOf(minds);
    }
}
