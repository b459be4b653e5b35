/** Deliberate offences, one a class: a rule that does not notice its own is no rule. */
@NullMarked
package io.cloudpbx.architecture.violations;

import org.jspecify.annotations.NullMarked;
