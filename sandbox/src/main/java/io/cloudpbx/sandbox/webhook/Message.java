package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.fault.Site;
import io.cloudpbx.sandbox.fault.Strike;
import io.cloudpbx.sandbox.fault.What;
import io.cloudpbx.sandbox.state.Account;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One webhook: who signs it, what it says and about what.
 *
 * @param about which kind of callback it is
 * @param strikes what goes wrong with it
 */
record Message(
        Account signer, Map<String, String> parameters, String resourceSid, CallbackKind about, List<Strike> strikes) {
    static Message of(Account signer, Map<String, String> parameters, String resourceSid, boolean document) {
        return new Message(
                signer,
                Collections.unmodifiableMap(new LinkedHashMap<>(parameters)),
                resourceSid,
                CallbackKind.of(document, parameters),
                List.of());
    }

    /** As rules about faults look at it. */
    Site site(String method, String url) {
        Set<String> numbers = Stream.of("From", "To", "Caller", "Called")
                .map(parameters::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Site(about.part(parameters), method, url, numbers, signer.sid(), about.text());
    }

    Message struck(List<Strike> by) {
        if (by.isEmpty()) {
            return this;
        }
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        by.forEach(strike -> {
            if (strike.what() instanceof What.ExtraParameter extra) {
                changed.put(extra.nameOrUsual(), extra.valueOrUsual());
            }
        });
        return new Message(signer, Collections.unmodifiableMap(changed), resourceSid, about, by);
    }

    Message with(Map<String, String> others) {
        return new Message(signer, others, resourceSid, about, List.of());
    }

    boolean isLost() {
        return strikes.stream().anyMatch(strike -> strike.what() instanceof What.Drop);
    }

    boolean isOutage() {
        return strikes.stream().anyMatch(strike -> strike.what() instanceof What.Outage);
    }

    int copies() {
        return strikes.stream()
                .mapToInt(strike -> strike.what() instanceof What.Duplicate duplicate ? duplicate.times() : 0)
                .sum();
    }

    /** By how many milliseconds it is late. */
    long delayMs() {
        return Strike.delayMs(strikes);
    }

    What.@Nullable Reorder reorder() {
        return strikes.stream()
                .map(Strike::what)
                .filter(What.Reorder.class::isInstance)
                .map(What.Reorder.class::cast)
                .findFirst()
                .orElse(null);
    }

    What.@Nullable Variant signature() {
        return Strike.signature(strikes);
    }
}
