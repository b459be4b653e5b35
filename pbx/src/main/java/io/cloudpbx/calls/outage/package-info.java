/**
 * Calls while the database cannot be asked (R16, R17).
 *
 * <pre>
 *   published, changed ─→ routing snapshot ─→ data folder          database away: calls are decided by the snapshot,
 *                                                                  and what happens is noted in the logbook
 *   database is back   ←─ logbook, entry by entry, each safe to write twice
 * </pre>
 *
 * <p>The snapshot knows the published plan, people and numbers, and nothing that is live: who was rung last, what a caller told the
 * receptionist, and what was changed after it are unknown. What is unknown is decided so that the caller reaches somebody.
 */
@NullMarked
package io.cloudpbx.calls.outage;

import org.jspecify.annotations.NullMarked;
