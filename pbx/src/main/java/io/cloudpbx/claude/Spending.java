package io.cloudpbx.claude;

import java.math.BigDecimal;

/**
 * What Claude was asked and what that cost; questions whose answer was lost count at their highest price.
 *
 * @param dollars zero where the price of the model is not known
 */
public record Spending(int questions, BigDecimal dollars) {}
