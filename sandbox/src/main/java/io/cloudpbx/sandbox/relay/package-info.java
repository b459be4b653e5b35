/** The WebSocket of {@code <ConversationRelay>}: what is said on it, and the connection itself ({@code twilio.md} section 10). */
@NullMarked
package io.cloudpbx.sandbox.relay;

import org.jspecify.annotations.NullMarked;
