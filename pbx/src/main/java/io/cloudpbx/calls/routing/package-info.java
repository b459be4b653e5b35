/** Calls that were never placed: what would become of them, by the function that leads live ones. */
@NullMarked
package io.cloudpbx.calls.routing;

import org.jspecify.annotations.NullMarked;
