/**
 * Texts with people outside: one conversation per person, what came in, what leaves, and the one gate before it.
 *
 * <p>What comes in is taken by {@code arrive}: kept, understood by {@code flow} and acted upon. What is to leave is taken by {@link
 * io.cloudpbx.messaging.Outbox}, judged by {@link io.cloudpbx.messaging.Gate} and sent by {@code send}. Who answers changes only
 * together with the conversation's epoch.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "figures",
            "telephony",
            "carrier",
            "twiml",
            "jobs",
            "problems",
            "problems :: web",
            "repeats",
            "listing",
            "access",
            "settings",
            "storage",
            "contacts",
            "forgetting",
            "numbers"
        })
package io.cloudpbx.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
