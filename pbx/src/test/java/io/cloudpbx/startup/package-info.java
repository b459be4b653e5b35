/** Tests of how the program starts and ends, and a clock for tests. */
@NullMarked
package io.cloudpbx.startup;

import org.jspecify.annotations.NullMarked;
