package io.cloudpbx.extensions;

import io.cloudpbx.extensions.store.ExtensionRows;
import io.cloudpbx.numbers.NumberUses;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which number rings whom. */
@Component
class NumbersOfExtensions implements NumberUses {
    private final ExtensionRows rows;

    NumbersOfExtensions(ExtensionRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<UUID, Use> uses() {
        return rows.active().stream()
                .filter(extension -> extension.numberId() != null)
                .collect(Collectors.toMap(
                        extension -> Objects.requireNonNull(extension.numberId()), NumbersOfExtensions::use));
    }

    @Override
    public Optional<Use> of(UUID numberId) {
        return rows.byNumber(numberId).map(NumbersOfExtensions::use);
    }

    private static Use use(Extension extension) {
        return new Use(extension.id(), extension.ext(), extension.name());
    }
}
