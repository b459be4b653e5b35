package io.cloudpbx.sandbox.billing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something an account has used.
 *
 * @param usage in the unit of the category: begun minutes, segments, numbers
 * @param price in US dollars, not negative
 */
public record Charge(String accountSid, Category category, Instant at, long usage, BigDecimal price) {}
