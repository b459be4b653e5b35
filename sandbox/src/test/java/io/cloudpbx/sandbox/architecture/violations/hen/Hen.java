package io.cloudpbx.sandbox.architecture.violations.hen;

import io.cloudpbx.sandbox.architecture.violations.egg.Egg;

/** Hatched once. */
public record Hen(Egg origin) {}
