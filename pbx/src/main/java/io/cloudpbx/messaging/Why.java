package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Heard;
import java.util.List;
import java.util.Locale;

/**
 * What was decided about a text, for whoever asks later (C24).
 *
 * @param code stable, such as {@code opted_out}
 * @param sentence for people
 * @param rule such as {@code C1}
 * @param checks all that was looked at
 */
public record Why(String code, String sentence, String rule, List<Check> checks) {
    /** It was to leave at once, and waits for the carrier alone. */
    public static final String QUEUE_FULL = "carrier_queue_full";

    /** It was to leave, and waits for somebody to let texts leave again (R26). */
    public static final String FROZEN = "outbound_frozen";

    public static Why because(Check check, List<Check> checks) {
        return new Why(check.code(), check.sentence(), check.rule(), checks);
    }

    public static Why heard(Heard heard) {
        return new Why(heard.meaning().name().toLowerCase(Locale.ROOT), heard.reason(), "C2", List.of());
    }

    public static Why sent(List<Check> checks) {
        return new Why("sent", "Nothing stood in its way.", "", checks);
    }

    public static Why plain(String code, String sentence, String rule) {
        return new Why(code, sentence, rule, List.of());
    }
}
