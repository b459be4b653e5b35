/** SQL of the texts. */
@NullMarked
package io.cloudpbx.messaging.store;

import org.jspecify.annotations.NullMarked;
