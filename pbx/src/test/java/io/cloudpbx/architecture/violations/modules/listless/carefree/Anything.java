package io.cloudpbx.architecture.violations.modules.listless.carefree;

/** Some public type. */
public record Anything(String name) {}
