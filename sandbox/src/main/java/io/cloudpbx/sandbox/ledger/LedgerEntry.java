package io.cloudpbx.sandbox.ledger;

import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param seq 1 for the first ever, without gaps
 * @param at carrier time
 */
public record LedgerEntry(long seq, Instant at, Fact fact) {}
