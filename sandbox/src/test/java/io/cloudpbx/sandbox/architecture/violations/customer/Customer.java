package io.cloudpbx.sandbox.architecture.violations.customer;

/** Something of a customer's that a carrier has no business to know. */
public record Customer(String name) {}
