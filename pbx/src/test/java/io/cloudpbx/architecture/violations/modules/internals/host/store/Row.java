package io.cloudpbx.architecture.violations.modules.internals.host.store;

/** A row that only its own module may read. */
public record Row(long id) {}
