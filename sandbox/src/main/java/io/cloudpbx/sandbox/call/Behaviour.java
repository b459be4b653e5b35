package io.cloudpbx.sandbox.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an outside phone does when it is rung. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "behaviour")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Behaviour.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Behaviour.RingOut.class, name = "ring-out"),
    @JsonSubTypes.Type(value = Behaviour.Busy.class, name = "busy"),
    @JsonSubTypes.Type(value = Behaviour.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Behaviour.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = Behaviour.Person.class, name = "default")
})
public sealed interface Behaviour {
    /** Answers; runs the document, or stays silent until the other side hangs up. */
    record Answer(@Nullable Double afterSeconds, @Nullable String twiml) implements Behaviour {
        /** At once, when nothing is said about it. */
        public Duration after() {
            return afterSeconds == null ? Duration.ZERO : Duration.ofMillis((long) (afterSeconds * 1000));
        }
    }

    record RingOut() implements Behaviour {}

    record Busy() implements Behaviour {}

    /** Rings, and the person declines. */
    record Reject() implements Behaviour {}

    /** The number cannot be reached. */
    record Fail() implements Behaviour {}

    /** Rings the browser phone of this number when one is connected, else rings out. */
    record Person() implements Behaviour {}
}
