package io.cloudpbx.sandbox.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a messaging service's numbers sends a text ({@code twilio.md} sections 12 and 15).
 *
 * @param numbers those that may text the recipient, in the order of the pool
 * @param sticky the number that this recipient has had texts from; null when there is none, or it does not matter
 * @param geomatch whether a number of the recipient's own area code comes first
 */
record Pool(List<String> numbers, @Nullable String sticky, boolean geomatch) {
    /** Of several that are as good, the one whose queue is shortest. */
    <T extends Comparable<T>> Optional<String> choose(String recipient, Function<String, T> queue) {
        if (sticky != null && numbers.contains(sticky)) {
            return Optional.of(sticky);
        }
        List<String> near = geomatch ? sameArea(recipient).toList() : List.of();
        return (near.isEmpty() ? numbers : near)
                .stream().min((one, other) -> queue.apply(one).compareTo(queue.apply(other)));
    }

    private Stream<String> sameArea(String recipient) {
        boolean american = recipient.startsWith("+1") && recipient.length() == 12;
        return numbers.stream().filter(number -> american && number.startsWith(recipient.substring(0, 5)));
    }
}
