package io.cloudpbx.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of the carrier that can go wrong. */
public enum Part {
    /** Requests to the REST API, but for those of the two below. */
    @JsonProperty("rest")
    REST,
    /** Requests to customers' servers. */
    @JsonProperty("webhook")
    WEBHOOK,
    /** Those of them that tell what became of a text in the end. */
    @JsonProperty("receipt")
    RECEIPT,
    /** The sound of recordings. */
    @JsonProperty("recording")
    RECORDING,
    /** Pictures and the like of texts. */
    @JsonProperty("media")
    MEDIA,
    /** WebSockets to customers' servers ({@code <ConversationRelay>}). */
    @JsonProperty("relay")
    RELAY
}
