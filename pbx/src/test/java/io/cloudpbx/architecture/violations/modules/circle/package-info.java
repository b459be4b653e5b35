/** Two modules that need each other. */
@NullMarked
package io.cloudpbx.architecture.violations.modules.circle;

import org.jspecify.annotations.NullMarked;
