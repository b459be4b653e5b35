/** Where calls go. */
@NullMarked
package io.cloudpbx.calls.flow;

import org.jspecify.annotations.NullMarked;
