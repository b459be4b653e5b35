/** Conversations between callers and the receptionist: asks the mind, and writes down who said what and what came of it. */
@NullMarked
package io.cloudpbx.calls.talk;

import org.jspecify.annotations.NullMarked;
