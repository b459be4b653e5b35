/** SQL of plans. */
@NullMarked
package io.cloudpbx.callflow.store;

import org.jspecify.annotations.NullMarked;
