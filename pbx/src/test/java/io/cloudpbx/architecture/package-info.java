/** Keeps the architecture: rules over the whole code base, each of which is also seen to fail. */
@NullMarked
package io.cloudpbx.architecture;

import org.jspecify.annotations.NullMarked;
