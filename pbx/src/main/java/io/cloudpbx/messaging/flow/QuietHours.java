package io.cloudpbx.messaging.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a text may reach somebody: only while it is allowed by every state and in every zone in which they may be, their
 * country's own hours always included (C14).
 *
 * @param jurisdictions by code, countries and states alike
 * @param house what the product thinks decent for marketing where nothing better is known (C16)
 */
public record QuietHours(Map<String, LocalHours> jurisdictions, LocalHours house) {
    private static final Duration FURTHEST = Duration.ofDays(14);

    /** Its hours stand in for those of countries that the table does not list. */
    private static final String HOME = "US";

    /** What the hours say of an instant. */
    public sealed interface Opening {
        /** @param until when the first window closes; empty where nothing limits it (C15) */
        record Open(Optional<Instant> until) implements Opening {}

        /**
         * @param because whose hours they are that are closed now
         * @param opens the next instant at which all are open; empty when there is none for two weeks
         */
        record Closed(LocalHours because, Optional<Instant> opens) implements Opening {}
    }

    /** One jurisdiction's hours by one clock. */
    private record Binding(LocalHours hours, ZoneId zone) {
        boolean isOpen(Instant at) {
            return hours.isOpen(at, zone);
        }
    }

    public QuietHours {
        jurisdictions = Map.copyOf(jurisdictions);
    }

    public static QuietHours of(List<LocalHours> jurisdictions, LocalHours house) {
        return new QuietHours(
                jurisdictions.stream().collect(Collectors.toMap(LocalHours::code, Function.identity())), house);
    }

    /** @param to a recipient whose zones are known */
    public Opening at(Instant now, Recipient to, TextKind kind) {
        List<Binding> bindings = bindings(to, kind);
        return bindings.stream()
                .filter(binding -> !binding.isOpen(now))
                .findFirst()
                .<Opening>map(closed -> new Opening.Closed(closed.hours(), next(now, bindings)))
                .orElseGet(() -> new Opening.Open(bindings.stream()
                        .flatMap(binding -> binding.hours().closes(now, binding.zone()).stream())
                        .min(Comparator.naturalOrder())));
    }

    /** The hours that bind: in effect the strictest, since all of them must be open. */
    List<LocalHours> binding(Recipient to, TextKind kind) {
        List<LocalHours> binding = new ArrayList<>();
        addIfListed(binding, jurisdictions.containsKey(to.country()) ? to.country() : HOME);
        to.place().states().stream().sorted().forEach(state -> addIfListed(binding, state));
        if (kind == TextKind.MARKETING) {
            binding.add(house);
        }
        return List.copyOf(binding);
    }

    private void addIfListed(List<LocalHours> binding, String code) {
        LocalHours hours = jurisdictions.get(code);
        if (hours != null) {
            binding.add(hours);
        }
    }

    private List<Binding> bindings(Recipient to, TextKind kind) {
        return binding(to, kind).stream()
                .flatMap(hours -> to.place().zones().stream()
                        .sorted(Comparator.comparing(ZoneId::getId))
                        .map(zone -> new Binding(hours, zone)))
                .toList();
    }

    /** Whoever is closed moves the instant on to their own next opening, until nobody is. */
    private static Optional<Instant> next(Instant now, List<Binding> bindings) {
        Instant at = now;
        while (at.isBefore(now.plus(FURTHEST))) {
            Instant tried = at;
            Optional<Binding> closed =
                    bindings.stream().filter(binding -> !binding.isOpen(tried)).findFirst();
            if (closed.isEmpty()) {
                return Optional.of(at);
            }
            Optional<Instant> opens =
                    closed.get().hours().opens(at, closed.get().zone());
            if (opens.isEmpty()) {
                return Optional.empty();
            }
            at = opens.get();
        }
        return Optional.empty();
    }
}
