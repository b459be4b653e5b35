package io.cloudpbx.contacts;

import org.jspecify.annotations.Nullable;

/**
 * What shows that somebody wants something.
 *
 * @param quote their exact words; empty when there are none
 * @param reference the message or call
 * @param actor the person of ours who entered it
 */
public record Evidence(
        Source source,
        String quote,
        @Nullable String reference,
        @Nullable String actor) {}
