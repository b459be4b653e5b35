/** The shell's endpoints. */
@NullMarked
package io.cloudpbx.dashboard.web;

import org.jspecify.annotations.NullMarked;
