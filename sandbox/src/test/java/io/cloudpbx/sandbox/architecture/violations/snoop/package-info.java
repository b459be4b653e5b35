/** Looks at a customer from the carrier's side. */
@NullMarked
package io.cloudpbx.sandbox.architecture.violations.snoop;

import org.jspecify.annotations.NullMarked;
