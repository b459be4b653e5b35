package io.cloudpbx.architecture.violations.modules.listless.careful;

/** Some public type. */
public record Something(String name) {}
