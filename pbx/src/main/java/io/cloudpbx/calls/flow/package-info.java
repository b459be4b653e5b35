/** Pure decisions: what is known about a call and what just happened in, the next step and its reason out. */
@NullMarked
package io.cloudpbx.calls.flow;

import org.jspecify.annotations.NullMarked;
