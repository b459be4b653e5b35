package io.cloudpbx.architecture.violations.modules.internals.nosy;

import io.cloudpbx.architecture.violations.modules.internals.host.store.Row;

/** Reads where it should ask. */
public record Reader(Row row) {}
