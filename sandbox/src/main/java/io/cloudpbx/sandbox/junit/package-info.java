/** Tests told as callers would tell them; needs JUnit, which the carrier itself does not. */
@NullMarked
package io.cloudpbx.sandbox.junit;

import org.jspecify.annotations.NullMarked;
