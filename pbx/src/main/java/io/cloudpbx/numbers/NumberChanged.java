package io.cloudpbx.numbers;

import java.util.UUID;

/** A number moved to another state; published in the transaction that moves it. */
public record NumberChanged(UUID numberId) {}
