/**
 * Calls to 911 and its like, which nothing holds back (C35).
 *
 * <pre>
 *   wish ─ the carrier is asked ─ your phone rings ─ you answer ─ 911
 *                 └─ told: this node's screens · the database, with its texts and all screens · without it a file, until it takes them
 * </pre>
 *
 * <p>What the carrier asks about such a call is answered by its address alone, so that it needs neither the database nor anything else of
 * ours.
 */
@NullMarked
package io.cloudpbx.dialing.help;

import org.jspecify.annotations.NullMarked;
