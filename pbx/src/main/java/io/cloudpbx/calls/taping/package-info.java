/**
 * Conversations with the receptionist as sound, where the business wants that and the caller was told (C31).
 *
 * <pre>
 * wanted ─ running ─ fetching ─→ stored ─ after a day the carrier's copy goes ─ when the words go ─→ deleted
 *    │        │          ├─ a card number was said ─→ withheld; the carrier's copy goes at once
 *    └────────┴──────────┼─ silence, or never begun ─→ nothing
 *                        └─ not handed over in two days ─→ lost
 * </pre>
 *
 * <p>Documents begin and end a recording, in the order in which the phone obeys them, so that it has ended before anybody else is rung.
 * Jobs make sure of it, bring it home, and make up for news that was lost.
 */
@NullMarked
package io.cloudpbx.calls.taping;

import org.jspecify.annotations.NullMarked;
