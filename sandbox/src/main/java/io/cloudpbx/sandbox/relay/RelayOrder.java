package io.cloudpbx.sandbox.relay;

import org.jspecify.annotations.Nullable;

/** What a customer's server tells the carrier to do ({@code twilio.md} section 10.2). */
public sealed interface RelayOrder {

    /**
     * A piece of what is to be spoken.
     *
     * @param last whether the talk cycle is complete with it
     * @param manner null fields mean the session's own setting
     */
    record Text(String token, boolean last, @Nullable String language, Manner manner) implements RelayOrder {}

    /** @param loop how often, 1 to 1000 */
    record Play(String source, int loop, Manner manner) implements RelayOrder {}

    /** @param digits {@code 0-9 w # *}; {@code w} waits half a second */
    record SendDigits(String digits) implements RelayOrder {}

    /** At least one of the two is there. */
    record Language(@Nullable String ttsLanguage, @Nullable String transcriptionLanguage) implements RelayOrder {}

    record End(@Nullable String handoffData) implements RelayOrder {}

    /** Nothing the protocol knows: 64107, and the tenth in a row ends the session. */
    record Invalid(String message, String reason) implements RelayOrder {}

    /** How the caller, and what comes after, may cut something short. */
    record Manner(@Nullable Boolean interruptible, @Nullable Boolean preemptible) {}
}
