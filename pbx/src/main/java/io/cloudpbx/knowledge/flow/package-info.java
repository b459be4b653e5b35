/** Decisions about what is known: whether it is open, and what cannot be so. */
@NamedInterface("flow")
@NullMarked
package io.cloudpbx.knowledge.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
