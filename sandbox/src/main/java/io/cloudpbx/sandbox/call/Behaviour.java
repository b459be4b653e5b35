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
    @JsonSubTypes.Type(value = Behaviour.Machine.class, name = "machine"),
    @JsonSubTypes.Type(value = Behaviour.Fax.class, name = "fax"),
    @JsonSubTypes.Type(value = Behaviour.Person.class, name = "default")
})
public sealed interface Behaviour {
    /**
     * Answers; runs the document, or stays silent until the other side hangs up.
     *
     * @param username with the password: what a SIP endpoint wants to be given before it is rung; null for nothing
     */
    record Answer(
            @Nullable Double afterSeconds,
            @Nullable String twiml,
            @Nullable String username,
            @Nullable String password) implements Behaviour {
        public Answer(@Nullable Double afterSeconds, @Nullable String twiml) {
            this(afterSeconds, twiml, null, null);
        }

        /** At once, when nothing is said about it. */
        public Duration after() {
            return Behaviour.seconds(afterSeconds);
        }
    }

    private static Duration seconds(@Nullable Double seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofMillis((long) (seconds * 1000));
    }

    /**
     * An answering machine: says its greeting, beeps, records at most two minutes and hangs up. It never presses a key.
     *
     * @param beep true when nothing is said about it
     */
    record Machine(
            @Nullable Double afterSeconds,
            @Nullable String greeting,
            @Nullable Boolean beep) implements Behaviour {
        public Duration after() {
            return Behaviour.seconds(afterSeconds);
        }

        public String words() {
            return greeting == null
                    ? "Hello, you have reached my voicemail. I cannot take your call right now. Please leave a message after the tone."
                    : greeting;
        }

        public boolean beeps() {
            return beep == null || beep;
        }
    }

    /** A fax machine: answers with its tone. */
    record Fax(@Nullable Double afterSeconds) implements Behaviour {
        public Duration after() {
            return Behaviour.seconds(afterSeconds);
        }
    }

    record RingOut() implements Behaviour {}

    record Busy() implements Behaviour {}

    /** Rings, and the person declines. */
    record Reject() implements Behaviour {}

    /**
     * The number cannot be reached.
     *
     * @param sipResponseCode what a SIP endpoint says to that; null for 404
     */
    record Fail(@Nullable Integer sipResponseCode) implements Behaviour {
        public Fail() {
            this(null);
        }
    }

    /** Rings the browser phone of this number when one is connected, else rings out. */
    record Person() implements Behaviour {}
}
