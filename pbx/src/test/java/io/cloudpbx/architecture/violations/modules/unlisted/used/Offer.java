package io.cloudpbx.architecture.violations.modules.unlisted.used;

/** What others may use. */
public record Offer(String name) {}
