package io.cloudpbx.calls;

import io.cloudpbx.calls.store.RoutingRows;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands from one call to the next. It is kept in memory, and read again when any of it has changed, on whichever node. */
@Component
public class Standing {
    private final RoutingRows routing;
    private final Extensions extensions;
    private final Numbers numbers;
    private final Settings settings;
    private volatile @Nullable Known known;

    Standing(RoutingRows routing, Extensions extensions, Numbers numbers, Settings settings) {
        this.routing = routing;
        this.extensions = extensions;
        this.numbers = numbers;
        this.settings = settings;
    }

    /** @param numbers all that are ours, or on their way to us or back */
    public record Known(long revision, People people, Map<PhoneNumber, OwnNumber> numbers, CompanySettings company) {}

    public Known now() {
        return at(routing.revision());
    }

    /** @param revision as the caller has just read it */
    Known at(long revision) {
        Known found = known;
        if (found == null || found.revision() != revision) {
            found = new Known(revision, People.of(extensions.active()), numbers(), settings.current());
            known = found;
        }
        return found;
    }

    private Map<PhoneNumber, OwnNumber> numbers() {
        return numbers.held().stream()
                .filter(number -> number.number() != null)
                .collect(Collectors.toUnmodifiableMap(
                        number -> Objects.requireNonNull(number.number()), Function.identity()));
    }
}
