/** What news of a call or a text means for missed calls: pure decisions. */
@NullMarked
package io.cloudpbx.missedcalls.flow;

import org.jspecify.annotations.NullMarked;
