/** SQL of what is to be forgotten. */
@NullMarked
package io.cloudpbx.forgetting.store;

import org.jspecify.annotations.NullMarked;
