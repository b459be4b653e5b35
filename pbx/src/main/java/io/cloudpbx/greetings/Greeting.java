package io.cloudpbx.greetings;

import io.cloudpbx.greetings.sound.Playable;
import java.time.Instant;

/**
 * A sound that is kept for good.
 *
 * @param name the hash of its content, 64 lower-case hex digits
 * @param size in bytes
 */
public record Greeting(String name, Playable sound, long size, String blobKey, Instant addedAt, String addedBy) {}
