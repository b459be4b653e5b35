package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import java.util.Map;

/** What follows a verb. */
sealed interface Next {
    /** The next verb of the same document. */
    record Onward() implements Next {}

    /** Another document; what stood after the verb is unreachable. */
    record GoTo(Callback callback, Map<String, String> parameters) implements Next {}

    record HangUp() implements Next {}

    /** Out of the queue. */
    record Leave() implements Next {}

    /** The document cannot be carried out; the caller is told so. */
    record Fail() implements Next {}
}
