package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;

/**
 * This number is not to be texted (C1).
 *
 * @param quote the words that decided; empty when there were none or their person was deleted
 */
public record OptOut(PhoneNumber number, Instant since, Source source, String quote) {}
