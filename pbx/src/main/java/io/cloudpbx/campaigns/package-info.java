/**
 * One text to many: whom it is for, when it may leave and how fast, and what became of each.
 *
 * <pre>
 * WAITING ─ claimed, gate says yes ─→ CLAIMED ─ attempt written, commit ─→ SENDING ─ one request ─→ SENT ─→ DELIVERED, FAILED
 *    ↑                                  │                                    │                 ─→ FAILED    refused
 *    ├──── later, or another node ──────┤                                    └─ nobody knows ──→ CHECKING ─→ SENT
 *    ├──── it certainly did not arrive ─┼──────────────────────────────────────────┘               └─ not there ─→ NOT_CONFIRMED
 *    └─ CANCELED                        └─ gate says no ─→ SKIPPED
 * </pre>
 *
 * <p>Who waits to be tried again, and turns out to have got it by a try before, is SENT. Whose text the carrier took and gave up unsent, as
 * its time was over or its number sent too much, waits to be tried once more, once (C15). What is the account's fault or a number's is
 * nobody else's: they wait for as long as that takes (A23).
 *
 * <p>Each recipient is one row, moved only by whoever holds its lease, and every figure is a count of rows. What is sent passes
 * the same gate as every other text.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "figures",
            "telephony",
            "carrier",
            "jobs",
            "problems",
            "problems :: web",
            "repeats",
            "listing",
            "access",
            "settings",
            "forgetting",
            "contacts",
            "contacts :: csv",
            "extensions",
            "numbers",
            "templates",
            "messaging",
            "messaging :: flow"
        })
package io.cloudpbx.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
