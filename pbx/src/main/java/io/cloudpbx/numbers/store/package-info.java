/** SQL of the numbers. */
@NullMarked
package io.cloudpbx.numbers.store;

import org.jspecify.annotations.NullMarked;
