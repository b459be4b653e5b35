/** Small systems of modules, each with one offence. */
@NullMarked
package io.cloudpbx.architecture.violations.modules;

import org.jspecify.annotations.NullMarked;
