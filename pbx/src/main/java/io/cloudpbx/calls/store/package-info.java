/** SQL of the calls. */
@NullMarked
package io.cloudpbx.calls.store;

import org.jspecify.annotations.NullMarked;
