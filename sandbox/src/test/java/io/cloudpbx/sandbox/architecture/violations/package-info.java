/** Deliberate offences, so that each rule is seen to fail. */
@NullMarked
package io.cloudpbx.sandbox.architecture.violations;

import org.jspecify.annotations.NullMarked;
