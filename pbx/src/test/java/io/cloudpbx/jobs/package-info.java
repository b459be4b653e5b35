/** Tests of background work on a real database. */
@NullMarked
package io.cloudpbx.jobs;

import org.jspecify.annotations.NullMarked;
