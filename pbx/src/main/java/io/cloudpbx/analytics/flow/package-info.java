/** Decisions about calendars and sums. */
@NullMarked
package io.cloudpbx.analytics.flow;

import org.jspecify.annotations.NullMarked;
