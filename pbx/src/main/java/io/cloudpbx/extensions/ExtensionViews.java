package io.cloudpbx.extensions;

import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about extensions. */
@Component
public class ExtensionViews {
    private final Extensions extensions;
    private final Numbers numbers;
    private final List<ExtensionBadge> badges;
    private final Clock clock;

    ExtensionViews(Extensions extensions, Numbers numbers, List<ExtensionBadge> badges, Clock clock) {
        this.extensions = extensions;
        this.numbers = numbers;
        this.badges = badges;
        this.clock = clock;
    }

    public List<ExtensionView> active() {
        return show(extensions.active());
    }

    public List<ExtensionView> all() {
        return show(extensions.all());
    }

    public Optional<ExtensionView> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    public List<ExtensionView> findAll(Collection<UUID> ids) {
        return show(extensions.findAll(ids).values());
    }

    private List<ExtensionView> show(Collection<Extension> shown) {
        Instant now = clock.instant();
        var ids =
                shown.stream().map(Extension::numberId).filter(Objects::nonNull).toList();
        var byId = numbers.findAll(ids).stream().collect(Collectors.toMap(OwnNumber::id, Function.identity()));
        var counts = badges.stream().collect(Collectors.toMap(ExtensionBadge::name, ExtensionBadge::counts));
        return shown.stream()
                .map(extension -> ExtensionView.of(
                        extension,
                        Optional.ofNullable(extension.numberId()).map(byId::get),
                        badgesOf(extension.id(), counts),
                        now))
                .toList();
    }

    private static Map<String, Integer> badgesOf(UUID id, Map<String, Map<UUID, Integer>> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, badge -> badge.getValue().getOrDefault(id, 0)));
    }
}
