package io.cloudpbx.architecture.violations.modules.internals.host;

import io.cloudpbx.architecture.violations.modules.internals.host.store.Row;

/** What others may use. */
public record Front(Row row) {}
