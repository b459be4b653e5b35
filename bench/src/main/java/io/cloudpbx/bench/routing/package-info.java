/** What it costs to decide where a call goes. */
@NullMarked
package io.cloudpbx.bench.routing;

import org.jspecify.annotations.NullMarked;
