package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which hours the callers of a number are led: those that part them before anything else does. */
public final class LeadingHours {
    private LeadingHours() {}

    /**
     * The name of the schedule; empty for a number whose callers are led alike at any time.
     *
     * @param ext whom it rings; null for a number that rings nobody in particular
     */
    public static Optional<String> of(Plan plan, PhoneNumber number, @Nullable String ext) {
        Entry entry = plan.numbers().get(number);
        if (entry != null) {
            return from(plan, entry.start());
        }
        return ext == null ? from(plan, plan.main()) : from(plan, Node.Extension.keyOf(ext));
    }

    /** What is only said before them parts nobody. */
    private static Optional<String> from(Plan plan, String start) {
        Set<String> seen = new HashSet<>();
        String key = start;
        while (seen.add(key)) {
            switch (plan.at(key).orElse(null)) {
                case Node.Announcement(var text, var then) -> key = then;
                case Node.Hours(var hours, var open, var closed) -> {
                    return Optional.of(hours);
                }
                case Node.Extension(var ext, var otherwise) -> {
                    return Optional.ofNullable(plan.rulesOf(ext).hours());
                }
                case null, default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
