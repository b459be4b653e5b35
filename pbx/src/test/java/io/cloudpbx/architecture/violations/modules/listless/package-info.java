/** One module says nothing about what it may use. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.listless;

import org.jspecify.annotations.NullMarked;
