/** The one command as people use it: what it finds, what it says, and what it leaves behind. */
@NullMarked
package io.cloudpbx.launcher;

import org.jspecify.annotations.NullMarked;
