package io.cloudpbx.architecture.violations.modules.circle.chicken;

import io.cloudpbx.architecture.violations.modules.circle.egg.Egg;

/** Hatched once. */
public record Chicken(Egg origin) {}
