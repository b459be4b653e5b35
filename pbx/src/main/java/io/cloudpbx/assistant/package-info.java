/**
 * Drafts answers to texts: by Claude, or without it from what is known of the business.
 *
 * <p>A mind only says what it would answer. It sends nothing, reads no other conversation and changes nothing; each thing it
 * can want is a case of {@link io.cloudpbx.assistant.Answer}, so that whoever talks it into anything has nothing to write a
 * number, an address or a setting into ({@code security-and-reliability.md} part D).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"claude", "knowledge", "knowledge :: words", "knowledge :: guard", "telephony"})
package io.cloudpbx.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
