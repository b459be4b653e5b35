/**
 * Counts what happened, and compares it with what happened before.
 *
 * <pre>
 * rows of calls, texts, campaigns, Claude ── FigureSource ──→ counted days (figure_day, figure_quarter)
 *          │                                                        │
 *          └── of days not counted yet, and of parts of days ───────┴──→ Tallies ──→ reports
 * </pre>
 *
 * <p>A day of UTC is counted an hour after it is over. When something of a counted day changes, the day is marked in the same transaction and
 * counted anew by a job: from the rows, so that news that come twice, late or out of order, or a node that dies in between, change nothing. What is
 * forgotten with a contact is counted no more.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "figures",
            "telephony",
            "jobs",
            "problems",
            "settings",
            "contacts",
            "listing",
            "numbers",
            "extensions",
            "messaging",
            "calls",
            "dialing",
            "campaigns",
            "claude"
        })
package io.cloudpbx.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
