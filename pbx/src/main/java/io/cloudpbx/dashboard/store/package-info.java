/** SQL of the live news. */
@NullMarked
package io.cloudpbx.dashboard.store;

import org.jspecify.annotations.NullMarked;
