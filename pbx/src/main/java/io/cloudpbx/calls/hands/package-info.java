/**
 * What people do with a call while it lasts, once somebody has it: hold, ask a colleague, talk all together, park.
 *
 * <pre>
 *            ┌─ what the phone hears ─ DeskScript
 * Holding ─ row ─ the carrier leads the phone, or the caller, elsewhere ─ asks ─ Hands decides by the row
 *            └─ news that either has hung up ─ a job leads the other on
 * </pre>
 *
 * <p>Two whom a document has joined can only be parted by leading away the phone that was rung: the document of the caller then goes on,
 * and asks what becomes of them. From then on each is led by itself, and they meet in a conference.
 */
@NullMarked
package io.cloudpbx.calls.hands;

import org.jspecify.annotations.NullMarked;
