/** The table of requests with keys. */
@NullMarked
package io.cloudpbx.repeats.store;

import org.jspecify.annotations.NullMarked;
