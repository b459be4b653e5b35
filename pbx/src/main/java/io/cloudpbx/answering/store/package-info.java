/** SQL of what the assistant decided. */
@NullMarked
package io.cloudpbx.answering.store;

import org.jspecify.annotations.NullMarked;
