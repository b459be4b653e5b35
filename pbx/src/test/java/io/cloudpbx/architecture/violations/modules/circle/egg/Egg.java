package io.cloudpbx.architecture.violations.modules.circle.egg;

import io.cloudpbx.architecture.violations.modules.circle.chicken.Chicken;

/** Laid once. */
public record Egg(Chicken origin) {}
