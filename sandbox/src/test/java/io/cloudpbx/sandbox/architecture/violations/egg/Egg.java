package io.cloudpbx.sandbox.architecture.violations.egg;

import io.cloudpbx.sandbox.architecture.violations.hen.Hen;

/** Laid once. */
public record Egg(Hen origin) {}
