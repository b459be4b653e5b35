/** When to try again, and when to stop: decisions about values. */
@NullMarked
package io.cloudpbx.hooks.flow;

import org.jspecify.annotations.NullMarked;
