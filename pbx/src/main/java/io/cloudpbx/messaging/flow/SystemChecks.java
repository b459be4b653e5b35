package io.cloudpbx.messaging.flow;

import java.util.stream.Stream;

/** Whether anything may go out at all. */
final class SystemChecks {
    private SystemChecks() {}

    static Stream<Check> of(TextSituation situation) {
        return Stream.of(
                Check.that(
                        !situation.outboundFrozen(),
                        "outbound_frozen",
                        "R26",
                        "Sending is switched on.",
                        "Sending is stopped, as after a restore from a backup; nothing goes out until an owner or admin resumes it."));
    }
}
