/** Pure decisions of a conversation in a stream: how it stands and what came in, how it stands then and what is to be done. */
@NullMarked
package io.cloudpbx.calls.relay.flow;

import org.jspecify.annotations.NullMarked;
