/**
 * A greeting that somebody speaks into their own phone.
 *
 * <pre>
 * READY ─ claimed, commit ─→ RINGING ─ 1 pressed ─→ SPEAKING ─ recording complete ─→ RECORDED ─ stored here ─→ KEPT
 *   └────────────────────────────┴──────────────────────┴─ not taken, nothing heard, lost ─→ FAILED
 * </pre>
 *
 * <p>The carrier is asked once, whatever happens. A state only moves to the right, but for a recording that was given up and comes late.
 */
@NullMarked
package io.cloudpbx.greetings.dictation;

import org.jspecify.annotations.NullMarked;
