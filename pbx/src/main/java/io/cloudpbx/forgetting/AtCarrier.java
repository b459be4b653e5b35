package io.cloudpbx.forgetting;

/**
 * How far the carrier is with forgetting a person, in texts, recordings and calls.
 *
 * @param left will be done by itself
 * @param refused the carrier would not; somebody has to see to it there
 */
public record AtCarrier(int done, int left, int refused) {}
