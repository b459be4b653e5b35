package io.cloudpbx.sandbox.architecture.violations.snoop;

import io.cloudpbx.customer.Customer;

/** A carrier that would know whom it serves. */
public record Snoop(Customer customer) {}
