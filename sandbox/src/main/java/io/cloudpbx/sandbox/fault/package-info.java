/** Faults on request: what goes wrong, where and how often; the same each time for the same seed. */
@NullMarked
package io.cloudpbx.sandbox.fault;

import org.jspecify.annotations.NullMarked;
