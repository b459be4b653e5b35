package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.DialRules;

/** What the company chose for calls from the dashboard. @param version grows with every change */
public record DialSettings(DialRules rules, long version) {}
