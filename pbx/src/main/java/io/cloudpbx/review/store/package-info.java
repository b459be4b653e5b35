/** SQL of tests and runs. */
@NullMarked
package io.cloudpbx.review.store;

import org.jspecify.annotations.NullMarked;
