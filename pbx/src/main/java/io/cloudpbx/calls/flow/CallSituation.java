package io.cloudpbx.calls.flow;

import java.util.Map;
import java.util.Optional;

/**
 * All that a decision may know.
 *
 * @param directory everybody who can be reached, by extension
 * @param operator who answers 0; empty when the company has named nobody
 */
public record CallSituation(Dialled dialled, Map<String, Callee> directory, Optional<Callee> operator) {
    public CallSituation {
        directory = Map.copyOf(directory);
    }
}
