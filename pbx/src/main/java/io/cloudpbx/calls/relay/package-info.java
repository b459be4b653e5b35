/** Conversations in a stream ({@code ai-receptionist.md} section 3): one session per connection, its messages, its waits and its thoughts. */
@NullMarked
package io.cloudpbx.calls.relay;

import org.jspecify.annotations.NullMarked;
