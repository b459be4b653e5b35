package io.cloudpbx.sandbox.architecture.violations.snoop;

import io.cloudpbx.sandbox.architecture.violations.customer.Customer;

/** A carrier that would know whom it serves. */
public record Snoop(Customer customer) {}
