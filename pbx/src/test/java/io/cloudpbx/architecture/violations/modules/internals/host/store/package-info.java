/** Nobody else's business. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.internals.host.store;

import org.jspecify.annotations.NullMarked;
