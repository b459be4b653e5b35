package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;

/**
 * Somebody's consent to be texted, as it is put into the ledger.
 *
 * @param at when they gave it, which may be long ago for imports
 */
public record ConsentGiven(PhoneNumber number, Category category, Instant at, Evidence evidence, Proof proof) {}
