package io.cloudpbx.architecture.violations.modules.unlisted.greedy;

import io.cloudpbx.architecture.violations.modules.unlisted.used.Offer;

/** Takes an offer. */
public record Taker(Offer offer) {}
