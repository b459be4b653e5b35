/** Decisions about what is known: whether it is open, and what cannot be so. */
@NullMarked
package io.cloudpbx.knowledge.flow;

import org.jspecify.annotations.NullMarked;
