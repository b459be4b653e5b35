/** What can be said of a plan without placing a call: whether it is sound, and when its hours change. */
@NamedInterface("flow")
@NullMarked
package io.cloudpbx.callflow.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
