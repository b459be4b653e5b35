/** One module reaches into the rooms of another. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.internals;

import org.jspecify.annotations.NullMarked;
