package io.cloudpbx.callflow;

import io.cloudpbx.callflow.Node.Menu;
import io.cloudpbx.callflow.Node.Receptionist;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to calls. Places are named by keys: of {@code nodes}, or of those that are there without being drawn, see
 * {@link Place}.
 *
 * @param main where callers of the main number begin, and of numbers that ring nobody in particular
 * @param operator who answers for all, wherever a caller asks for a person; null for the operator of the settings
 * @param numbers where callers of other numbers begin; a direct number that is not among them rings its extension
 * @param hours by name
 * @param extensions rules of their own, by extension
 */
public record Plan(
        String main,
        @Nullable String operator,
        Map<PhoneNumber, Entry> numbers,
        Map<String, Node> nodes,
        Map<String, Schedule> hours,
        Map<String, Personal> extensions,
        Callers callers) {
    public static final String MAIN_MENU = "menu";

    /** What a company that has set nothing answers with. */
    public static final Plan DEFAULT = new Plan(
            MAIN_MENU,
            null,
            Map.of(),
            Map.of(
                    MAIN_MENU,
                    new Menu(
                            "Thank you for calling {business}.",
                            "If you know your party's extension, enter it now. For anybody or anything else, press 0.",
                            Map.of("0", "receptionist"),
                            true,
                            Duration.ofSeconds(4),
                            3,
                            "receptionist"),
                    "receptionist",
                    new Receptionist()),
            Map.of(),
            Map.of(),
            Callers.ANYBODY);

    public Plan {
        numbers = kept(numbers);
        nodes = kept(nodes);
        hours = kept(hours);
        extensions = kept(extensions);
    }

    /** In the order in which somebody wrote them. */
    private static <K, V> Map<K, V> kept(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    Plan with(Callers others) {
        return new Plan(main, operator, numbers, nodes, hours, extensions, others);
    }

    /** What is there, drawn or implied; empty for the operator of the settings, who is no part of the plan. */
    public Optional<Node> at(String key) {
        if (key.equals(Place.OPERATOR)) {
            return operator == null || operator.equals(key) ? Optional.empty() : at(operator);
        }
        return Optional.ofNullable(nodes.get(key)).or(() -> Place.implied(key));
    }

    public Personal rulesOf(String ext) {
        return extensions.getOrDefault(ext, Personal.NONE);
    }

    /** Whether anybody's turn depends on who was rung before. */
    public boolean rotates() {
        return nodes.values().stream().anyMatch(node -> switch (node) {
            case Node.RingGroup group -> group.strategy().rotates();
            case Node.Queue queue -> queue.strategy().rotates();
            default -> false;
        });
    }

    /** Whether it matters to a call who else is waiting. */
    public boolean hasQueues() {
        return nodes.values().stream().anyMatch(Node.Queue.class::isInstance);
    }

    /** Every number that is written in it about which it matters whose it is. */
    public Set<PhoneNumber> namedNumbers() {
        Set<PhoneNumber> named = new HashSet<>(numbers.keySet());
        nodes.values().forEach(node -> {
            if (node instanceof Node.Outside outside) {
                named.add(outside.number());
            }
        });
        extensions.values().forEach(rules -> rules.findMe().forEach(phone -> named.add(phone.number())));
        return named;
    }
}
