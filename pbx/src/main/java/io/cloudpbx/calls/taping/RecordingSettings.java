package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.flow.Recording.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the company chose about recording conversations between people.
 *
 * @param state where its people are, such as {@code TX}; null while nobody has said so
 * @param version grows with every change
 */
public record RecordingSettings(
        Rule incoming, Rule outgoing, @Nullable String state, long version) {}
