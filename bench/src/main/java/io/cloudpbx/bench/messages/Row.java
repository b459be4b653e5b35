package io.cloudpbx.bench.messages;

import io.cloudpbx.messaging.flow.ArrivedText;
import io.cloudpbx.messaging.flow.Heard;
import io.cloudpbx.messaging.flow.Hearing;
import io.cloudpbx.messaging.flow.ThreadState;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * An inbound text in its thread.
 *
 * @param id as it was given: a text or a number
 */
record Row(JsonNode id, ArrivedText text, ThreadState thread) {
    Heard heard() {
        return Hearing.hear(text, thread);
    }

    /** The class by the name that sets and answers use. */
    static String name(Heard heard) {
        return heard.meaning().name().toLowerCase(Locale.ROOT);
    }
}
