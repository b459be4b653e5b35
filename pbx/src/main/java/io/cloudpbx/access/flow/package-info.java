/** How often somebody may try, and what one person may do to another's right to be here. */
@NullMarked
package io.cloudpbx.access.flow;

import org.jspecify.annotations.NullMarked;
