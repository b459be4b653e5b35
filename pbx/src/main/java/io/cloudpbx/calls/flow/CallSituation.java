package io.cloudpbx.calls.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * All that a decision may know.
 *
 * @param directory everybody who can be reached, by extension
 * @param operator who answers for all; empty when the company has named nobody
 * @param lasted how long ago the call began
 * @param listening how the receptionist listens, should the caller come to it
 */
public record CallSituation(
        Dialled dialled,
        Map<String, Callee> directory,
        Optional<Callee> operator,
        Duration lasted,
        Listening listening) {
    public CallSituation {
        directory = Map.copyOf(directory);
    }
}
