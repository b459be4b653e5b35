/** The Messages API as tests need it: over real HTTP, with answers and faults by script. */
@NullMarked
package io.cloudpbx.claude.stub;

import org.jspecify.annotations.NullMarked;
