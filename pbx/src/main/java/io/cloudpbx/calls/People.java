package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.extensions.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everybody inside.
 *
 * @param directory by extension
 * @param direct by the id of the number that rings them
 */
public record People(Map<String, Callee> directory, Map<UUID, Callee> direct) {
    static People of(List<Extension> active) {
        Map<String, Callee> directory = active.stream()
                .map(SituationLoader::callee)
                .collect(Collectors.toUnmodifiableMap(Callee::ext, Function.identity()));
        Map<UUID, Callee> direct = new HashMap<>();
        active.stream()
                .filter(extension -> extension.numberId() != null)
                .forEach(extension -> direct.put(
                        Objects.requireNonNull(extension.numberId()),
                        Objects.requireNonNull(directory.get(extension.ext()))));
        return new People(directory, Map.copyOf(direct));
    }
}
