/** How often somebody may try. */
@NullMarked
package io.cloudpbx.access.flow;

import org.jspecify.annotations.NullMarked;
