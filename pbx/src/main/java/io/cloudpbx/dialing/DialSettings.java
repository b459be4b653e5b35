package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.telephony.Destinations;

/**
 * What the company chose for calls from the dashboard.
 *
 * @param destinations where any calls may go
 * @param version grows with every change
 */
public record DialSettings(Destinations destinations, DialRules rules, long version) {}
