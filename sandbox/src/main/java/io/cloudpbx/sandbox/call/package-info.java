/** Calls: legs, bridges and the interpreter that runs TwiML on them. */
@NullMarked
package io.cloudpbx.sandbox.call;

import org.jspecify.annotations.NullMarked;
