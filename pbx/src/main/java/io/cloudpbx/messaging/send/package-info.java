/**
 * How a text leaves, so that nobody is texted twice by our doing and nothing is lost (R8, R9).
 *
 * <pre>
 * READY ─ gate says yes, attempt written, commit ─→ SENDING ─ one request ─→ ACCEPTED   the carrier has it
 *   ↑                                                 │                   ─→ REJECTED   it would not take it
 *   └───────── it certainly did not arrive ───────────┤
 *                                                     └─ nobody knows ─→ UNKNOWN ─ found at the carrier ─→ ACCEPTED
 *                                                                           └───── not there, twice ────→ NOT_CONFIRMED
 * </pre>
 *
 * <p>News of a text carries the attempt's token and may come before the request's own answer; whichever is first proves that
 * the carrier has it.
 */
@NullMarked
package io.cloudpbx.messaging.send;

import org.jspecify.annotations.NullMarked;
