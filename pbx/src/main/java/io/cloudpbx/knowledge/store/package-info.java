/** SQL of what is known. */
@NullMarked
package io.cloudpbx.knowledge.store;

import org.jspecify.annotations.NullMarked;
